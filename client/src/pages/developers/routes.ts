import type { PageRoute } from '@/shell/page-route';

export const developerRoutes: readonly PageRoute[] = [
  { path: '/developers', for: 'everybody', load: () => import('./developers-page') },
];
