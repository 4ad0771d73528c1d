// Every page of the app: a list per domain, each page loaded when it is first opened.
import { type ComponentType, lazy } from 'react';
import { matchPath } from 'react-router';
import { accountRoutes } from '@/pages/account/routes';
import { adminRoutes } from '@/pages/admin/routes';
import { albumRoutes } from '@/pages/albums/routes';
import { bookingRoutes } from '@/pages/booking/routes';
import { chatRoutes } from '@/pages/chat/routes';
import { courseRoutes } from '@/pages/courses/routes';
import { developerRoutes } from '@/pages/developers/routes';
import { eventRoutes } from '@/pages/events/routes';
import { homeRoutes } from '@/pages/home/routes';
import { monitorRoutes } from '@/pages/monitors/routes';
import { notificationRoutes } from '@/pages/notifications/routes';
import { peopleRoutes } from '@/pages/people/routes';
import { shopRoutes } from '@/pages/shop/routes';
import { welcomeRoutes } from '@/pages/welcome/routes';
import type { PageRoute } from './page-route';

const routes: readonly PageRoute[] = [
  ...homeRoutes,
  ...welcomeRoutes,
  ...accountRoutes,
  ...chatRoutes,
  ...peopleRoutes,
  ...bookingRoutes,
  ...eventRoutes,
  ...shopRoutes,
  ...courseRoutes,
  ...albumRoutes,
  ...monitorRoutes,
  ...notificationRoutes,
  ...adminRoutes,
  ...developerRoutes,
];

export const pages = routes.map(({ path, for: audience, load }) => ({
  path,
  audience,
  Page: lazy(async () => ({ default: (await load()).Page as ComponentType })),
}));

/** What is shown is built anew when this changes. */
export const pageKey = (pathname: string): string =>
  routes.find(({ isOnePage, path }) => isOnePage && matchPath(path, pathname))?.path ?? pathname;
