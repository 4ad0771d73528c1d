import type { PageRoute } from '@/shell/page-route';

export const notificationRoutes: readonly PageRoute[] = [
  { path: '/notifications', for: 'signed-in', load: () => import('./notifications-page') },
];
