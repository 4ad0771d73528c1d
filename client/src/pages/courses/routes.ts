import type { PageRoute } from '@/shell/page-route';

export const courseRoutes: readonly PageRoute[] = [];
