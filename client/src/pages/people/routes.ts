import type { PageRoute } from '@/shell/page-route';

export const peopleRoutes: readonly PageRoute[] = [
  { path: '/people', for: 'signed-in', load: () => import('./people-page') },
  { path: '/people/:id', for: 'signed-in', load: () => import('./profile-page') },
  { path: '/posts/:id', for: 'signed-in', load: () => import('./post-page') },
];
