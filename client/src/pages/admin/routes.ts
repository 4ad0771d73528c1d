import type { PageRoute } from '@/shell/page-route';

export const adminRoutes: readonly PageRoute[] = [
  { path: '/admin', for: 'admins', load: () => import('./dashboard-page') },
  { path: '/admin/users', for: 'admins', load: () => import('./users-page') },
  { path: '/admin/coaches', for: 'admins', load: () => import('./coaches-page') },
  { path: '/admin/audit', for: 'admins', load: () => import('./audit-page') },
];
