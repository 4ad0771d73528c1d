import type { PageRoute } from '@/shell/page-route';

export const albumRoutes: readonly PageRoute[] = [];
