import type { PageRoute } from '@/shell/page-route';

export const monitorRoutes: readonly PageRoute[] = [];
