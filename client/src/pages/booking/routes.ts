import type { PageRoute } from '@/shell/page-route';

export const bookingRoutes: readonly PageRoute[] = [];
