import type { PageRoute } from '@/shell/page-route';

export const homeRoutes: readonly PageRoute[] = [{ path: '/', for: 'everybody', load: () => import('./home-page') }];
