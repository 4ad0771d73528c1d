import type { PageRoute } from '@/shell/page-route';

export const adminRoutes: readonly PageRoute[] = [];
