import type { PageRoute } from '@/shell/page-route';

export const accountRoutes: readonly PageRoute[] = [];
