import type { PageRoute } from '@/shell/page-route';

export const courseRoutes: readonly PageRoute[] = [
  { path: '/courses', for: 'everybody', load: () => import('./catalogue-page') },
  { path: '/courses/:slug', for: 'everybody', load: () => import('./course-page') },
  { path: '/lessons/:id', for: 'everybody', load: () => import('./lesson-page') },
  { path: '/learning', for: 'signed-in', load: () => import('./learning-page') },
  { path: '/certificates/:code', for: 'everybody', load: () => import('./certificate-page') },
  { path: '/teaching', for: 'signed-in', load: () => import('./teaching/teaching-page') },
  { path: '/teaching/:id', for: 'signed-in', load: () => import('./teaching/author-page') },
];
