import type { PageRoute } from '@/shell/page-route';

export const chatRoutes: readonly PageRoute[] = [];
