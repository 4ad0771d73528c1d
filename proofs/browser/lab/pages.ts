// Every page of the app, and somebody who sees something on it. Addresses with an id take it from the demo world.
import type { DemoName, Seat } from './test';

export interface PageToSee {
  /** As the app's routes have it; `every-page.spec.ts` sees to it that none is missing. */
  readonly route: string;
  /** Names its screenshot. */
  readonly name: string;
  readonly as: DemoName | 'guest';
  /** A path when it differs from the route; a function asks the graph for one. */
  readonly path?: string | ((ask: Seat['ask']) => Promise<string>);
}

/** Everybody who sees pages. */
export const onlookers = (): PageToSee['as'][] => [...new Set(pages.map(({ as }) => as))];

export const pathOf = async ({ route, path }: PageToSee, { ask }: Seat): Promise<string> =>
  typeof path === 'function' ? path(ask) : (path ?? route);

/** What `query` finds, put where the route has its parameter. `query` names it `it`, wherever it stands. */
const found = (query: string, to: (it: string) => string) => async (ask: Seat['ask']) => to(dig(await ask(query)));

/** The first value of a member `it` in an answer, depth first. */
function dig(answer: unknown): string {
  const open: unknown[] = [answer];
  while (open.length > 0) {
    const part = open.shift();
    if (typeof part !== 'object' || part === null) continue;
    if ('it' in part && typeof part.it === 'string') return part.it;
    open.unshift(...Object.values(part));
  }
  throw new Error(`the demo world has none: ${JSON.stringify(answer)}`);
}

/** An event to come of which the viewer is the organiser. */
async function ownEvent(ask: Seat['ask']): Promise<string> {
  const { me, myEvents } = await ask<{
    me: { id: string };
    myEvents: { edges: { node: { id: string; organiser: { id: string } | null; status: string; endsAt: string } }[] };
  }>('{ me { id } myEvents(first: 50) { edges { node { id status endsAt organiser { id } } } } }');
  const own = myEvents.edges.find(
    ({ node }) => node.organiser?.id === me.id && node.status === 'PUBLISHED' && Date.parse(node.endsAt) > Date.now(),
  );
  if (!own) throw new Error('the viewer organises nothing');
  return own.node.id;
}

async function invitation(ask: Seat['ask']): Promise<string> {
  const { inviteToEvent } = await ask<{ inviteToEvent: { token: string } }>(
    'mutation($input: InviteToEventInput!) { inviteToEvent(input: $input) { token userErrors { code } } }',
    { input: { eventId: await ownEvent(ask), email: `guest-${Date.now()}@proof.example` } },
  );
  return `/invitations/${inviteToEvent.token}`;
}

const guest = { as: 'guest' } as const;
const camille = { as: 'camille' } as const;
/** Organises an event that is still to come. */
const antoine = { as: 'antoine' } as const;
const olivia = { as: 'olivia' } as const;
const claire = { as: 'claire' } as const;
const alex = { as: 'alex' } as const;
const product = found('{ products(first: 1) { edges { node { it: slug } } } }', (slug) => `/shop/${slug}`);

export const pages: readonly PageToSee[] = [
  { route: '/', name: 'landing', ...guest },
  { route: '/sign-in', name: 'sign-in', ...guest },
  { route: '/sign-up', name: 'sign-up', ...guest },
  { route: '/verify-email', name: 'verify-email', ...guest },
  { route: '/forgot-password', name: 'forgot-password', ...guest },
  { route: '/reset-password', name: 'reset-password', path: '/reset-password#token=none', ...guest },
  { route: '/shop', name: 'shop', ...guest },
  { route: '/shop', name: 'shop-found', path: '/shop?q=bottle', ...guest },
  { route: '/shop/:slug', name: 'product', path: product, ...guest },
  { route: '/cart', name: 'empty-cart', ...guest },
  { route: '/courses', name: 'courses', ...guest },
  {
    route: '/courses/:slug',
    name: 'course',
    path: found('{ courses(first: 1) { edges { node { it: slug } } } }', (slug) => `/courses/${slug}`),
    ...guest,
  },
  { route: '/coaches', name: 'coaches-for-guests', ...guest },
  { route: '/developers', name: 'developers', ...guest },

  { route: '/', name: 'home', ...camille },
  { route: '/chat/:roomId?', name: 'chat', path: '/chat', ...camille },
  {
    route: '/chat/:roomId?',
    name: 'room',
    path: found('{ me { rooms(first: 1) { edges { node { it: id } } } } }', (id) => `/chat/${id}`),
    ...camille,
  },
  { route: '/people', name: 'people', ...camille },
  {
    route: '/people/:id',
    name: 'person',
    path: found('{ coaches(first: 1) { edges { node { user { it: id } } } } }', (id) => `/people/${id}`),
    ...camille,
  },
  {
    route: '/posts/:id',
    name: 'post',
    path: found('{ posts(first: 1) { edges { node { it: id } } } }', (id) => `/posts/${id}`),
    ...camille,
  },
  { route: '/coaches', name: 'coaches', ...camille },
  {
    route: '/coaches/:coachId',
    name: 'coach',
    path: found('{ coaches(search: "Claire", first: 1) { edges { node { it: id } } } }', (id) => `/coaches/${id}`),
    ...camille,
  },
  { route: '/planning', name: 'planning', ...camille },
  {
    route: '/appointments/:appointmentId',
    name: 'appointment',
    path: found('{ myAppointments(first: 1) { edges { node { it: id } } } }', (id) => `/appointments/${id}`),
    ...camille,
  },
  { route: '/events', name: 'events', ...camille },
  { route: '/events/new', name: 'new-event', ...camille },
  {
    route: '/events/:id',
    name: 'event',
    path: found('{ myEvents(first: 1) { edges { node { it: id } } } }', (id) => `/events/${id}`),
    ...camille,
  },
  ...['guests', 'tasks', 'expenses', 'album'].map((tab) => ({
    route: '/events/:id',
    name: `event-${tab}`,
    path: found('{ myEvents(first: 1) { edges { node { it: id } } } }', (id) => `/events/${id}?tab=${tab}`),
    ...camille,
  })),
  {
    route: '/events/:id/edit',
    name: 'edit-event',
    path: async (ask) => `/events/${await ownEvent(ask)}/edit`,
    ...antoine,
  },
  { route: '/invitations/:token', name: 'invitation', path: invitation, ...antoine },
  { route: '/cart', name: 'cart', ...alex },
  { route: '/checkout', name: 'checkout', ...alex },
  { route: '/orders', name: 'orders', ...camille },
  {
    route: '/orders/:id',
    name: 'order',
    path: found('{ me { orders(first: 1) { edges { node { it: id } } } } }', (id) => `/orders/${id}`),
    ...camille,
  },
  { route: '/learning', name: 'learning', ...camille },
  {
    route: '/lessons/:id',
    name: 'lesson',
    path: found(
      '{ myEnrollments(first: 1) { edges { node { course { sections { lessons { it: id } } } } } } }',
      (id) => `/lessons/${id}`,
    ),
    ...camille,
  },
  {
    route: '/certificates/:code',
    name: 'certificate',
    path: found(
      '{ myEnrollments(first: 10) { edges { node { certificate { it: code } } } } }',
      (code) => `/certificates/${code}`,
    ),
    ...camille,
  },
  { route: '/albums', name: 'albums', ...camille },
  {
    route: '/albums/:id',
    name: 'album',
    path: found('{ albums(first: 1) { edges { node { it: id } } } }', (id) => `/albums/${id}`),
    ...camille,
  },
  { route: '/uploads', name: 'uploads', ...camille },
  { route: '/monitors', name: 'monitors', ...olivia },
  {
    route: '/monitors/:id',
    name: 'monitor',
    path: found('{ me { monitors(first: 1) { edges { node { it: id } } } } }', (id) => `/monitors/${id}`),
    ...olivia,
  },
  { route: '/notifications', name: 'notifications', ...olivia },
  { route: '/account', name: 'account', ...olivia },
  { route: '/account/security', name: 'security', ...olivia },
  { route: '/account/notifications', name: 'notification-preferences', ...olivia },
  { route: '/account/appearance', name: 'appearance', ...olivia },
  { route: '/account/coach', name: 'become-coach', ...olivia },

  { route: '/account/coach', name: 'coach-profile', ...claire },
  { route: '/planning', name: 'planning-of-a-coach', ...claire },
  { route: '/planning/schedule', name: 'schedule', ...claire },
  { route: '/teaching', name: 'teaching', ...claire },
  {
    route: '/teaching/:id',
    name: 'authoring',
    path: found('{ me { coach { courses(first: 1) { edges { node { it: id } } } } } }', (id) => `/teaching/${id}`),
    ...claire,
  },

  { route: '/admin', name: 'dashboard', ...alex },
  { route: '/admin/users', name: 'admin-users', ...alex },
  { route: '/admin/coaches', name: 'admin-coaches', ...alex },
  { route: '/admin/audit', name: 'audit', ...alex },
  { route: '/admin/orders', name: 'admin-orders', ...alex },
  { route: '/admin/products', name: 'admin-products', ...alex },
  { route: '/admin/products/new', name: 'new-product', ...alex },
  {
    route: '/admin/products/:slug',
    name: 'admin-product',
    path: found('{ products(first: 1) { edges { node { it: slug } } } }', (slug) => `/admin/products/${slug}`),
    ...alex,
  },
];
