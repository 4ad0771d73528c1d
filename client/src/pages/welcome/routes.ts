import type { PageRoute } from '@/shell/page-route';

export const welcomeRoutes: readonly PageRoute[] = [
  { path: '/sign-in', for: 'guests', load: () => import('./sign-in-page') },
  { path: '/sign-up', for: 'guests', load: () => import('./sign-up-page') },
  { path: '/verify-email', for: 'everybody', load: () => import('./verify-email-page') },
  { path: '/forgot-password', for: 'everybody', load: () => import('./forgot-password-page') },
  { path: '/reset-password', for: 'everybody', load: () => import('./reset-password-page') },
];
