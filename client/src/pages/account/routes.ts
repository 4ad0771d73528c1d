import type { PageRoute } from '@/shell/page-route';

export const accountRoutes: readonly PageRoute[] = [
  { path: '/account', for: 'signed-in', load: () => import('./profile-page') },
  { path: '/account/security', for: 'signed-in', load: () => import('./security-page') },
  { path: '/account/notifications', for: 'signed-in', load: () => import('./preferences-page') },
  { path: '/account/coach', for: 'signed-in', load: () => import('./coach-page') },
  { path: '/account/appearance', for: 'signed-in', load: () => import('./appearance-page') },
];
