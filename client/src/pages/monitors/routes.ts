import type { PageRoute } from '@/shell/page-route';

export const monitorRoutes: readonly PageRoute[] = [
  { path: '/monitors', for: 'signed-in', load: () => import('./monitors-page') },
  { path: '/monitors/:id', for: 'signed-in', load: () => import('./monitor-page') },
];
