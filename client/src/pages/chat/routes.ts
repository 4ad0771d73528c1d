import type { PageRoute } from '@/shell/page-route';

export const chatRoutes: readonly PageRoute[] = [
  { path: '/chat/:roomId?', for: 'signed-in', isOnePage: true, load: () => import('./chat-page') },
];
