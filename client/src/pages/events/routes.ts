import type { PageRoute } from '@/shell/page-route';

export const eventRoutes: readonly PageRoute[] = [
  { path: '/events', for: 'signed-in', load: () => import('./events-page') },
  { path: '/events/new', for: 'signed-in', load: () => import('./new-event-page') },
  { path: '/events/:id', for: 'signed-in', load: () => import('./event-page') },
  { path: '/events/:id/edit', for: 'signed-in', load: () => import('./edit-event-page') },
  { path: '/invitations/:token', for: 'everybody', load: () => import('./invitation-page') },
];
