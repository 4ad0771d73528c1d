import type { PageRoute } from '@/shell/page-route';

export const albumRoutes: readonly PageRoute[] = [
  { path: '/albums', for: 'signed-in', load: () => import('./albums-page') },
  { path: '/albums/:id', for: 'signed-in', load: () => import('./album-page') },
  { path: '/uploads', for: 'signed-in', load: () => import('./uploads-page') },
];
