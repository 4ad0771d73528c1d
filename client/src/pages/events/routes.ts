import type { PageRoute } from '@/shell/page-route';

export const eventRoutes: readonly PageRoute[] = [];
