import type { PageRoute } from '@/shell/page-route';

export const shopRoutes: readonly PageRoute[] = [
  { path: '/shop', for: 'everybody', load: () => import('./shop-page') },
  { path: '/shop/:slug', for: 'everybody', load: () => import('./product-page') },
  { path: '/cart', for: 'everybody', load: () => import('./cart-page') },
  { path: '/checkout', for: 'signed-in', load: () => import('./checkout-page') },
  { path: '/orders', for: 'signed-in', load: () => import('./orders-page') },
  { path: '/orders/:id', for: 'signed-in', load: () => import('./order-page') },
  { path: '/admin/orders', for: 'admins', load: () => import('./admin/orders-page') },
  { path: '/admin/products', for: 'admins', load: () => import('./admin/products-page') },
  { path: '/admin/products/new', for: 'admins', load: () => import('./admin/new-product-page') },
  { path: '/admin/products/:slug', for: 'admins', load: () => import('./admin/product-page') },
];
