import type { PageRoute } from '@/shell/page-route';

export const welcomeRoutes: readonly PageRoute[] = [
  { path: '/sign-in', for: 'guests', load: () => import('./sign-in-page') },
];
