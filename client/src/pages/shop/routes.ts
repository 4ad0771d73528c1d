import type { PageRoute } from '@/shell/page-route';

export const shopRoutes: readonly PageRoute[] = [];
