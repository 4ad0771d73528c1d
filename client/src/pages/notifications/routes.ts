import type { PageRoute } from '@/shell/page-route';

export const notificationRoutes: readonly PageRoute[] = [];
