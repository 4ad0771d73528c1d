import type { PageRoute } from '@/shell/page-route';

export const developerRoutes: readonly PageRoute[] = [];
