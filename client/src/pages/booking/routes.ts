import type { PageRoute } from '@/shell/page-route';

export const bookingRoutes: readonly PageRoute[] = [
  { path: '/coaches', for: 'everybody', load: () => import('./coaches-page') },
  { path: '/coaches/:coachId', for: 'signed-in', load: () => import('./coach-page') },
  { path: '/planning', for: 'signed-in', load: () => import('./planning-page') },
  { path: '/planning/schedule', for: 'signed-in', load: () => import('./schedule-page') },
  { path: '/appointments/:appointmentId', for: 'signed-in', load: () => import('./appointment-page') },
];
