// People buy what three subgraphs sell while everything the sale needs is killed, one after the other. They ask again with
// the same keys; nobody else lifts a finger. In the end nobody paid twice or for nothing, nothing was sold twice, and
// every room says the same.
import { EventEmitter, once } from 'node:events';
import { expect, test } from 'vitest';
import { freeHours, openPractice } from '../lab/coaching.js';
import { eventually } from '../lab/eventually.js';
import { expectMasked } from '../lab/kill-midway.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { post } from '../lab/post.js';
import { promote } from '../lab/promote.js';
import { openShop } from '../lab/shop.js';
import { openCourse } from '../lab/teaching.js';
import { allOrders, disagreements, soldOf } from './agree.js';
import { startCrowd } from './crowd.js';
import { killPostgres } from './kill-postgres.js';
import { goShopping, type Town, type Whim } from './shopper.js';

const world = openWorld({ subgraphs: ['users', 'booking', 'commerce', 'courses'] });

const STOCK = 8;
const AT_A_TIME = 6;
const AT_LEAST = 12;

/** Who dies when: while somebody's money is under way, or the word of it is. */
const DEATHS = [
  ['commerce', 'paying'],
  ['booking', 'paid'],
  ['courses', 'paid'],
  ['stripe', 'paying'],
  ['redis', 'paid'],
  ['postgres', 'paying'],
] as const;

const CROSSING = /* GraphQL */ `
  query ($coach: ID!, $product: ID!) {
    coach(id: $coach) {
      headline
      offerings { name }
      courses(first: 1) { edges { node { lessonCount } } }
    }
    product(id: $product) { isArchived }
  }
`;
const WHOLE = {
  coach: {
    headline: 'Breathing',
    offerings: [{ name: 'An hour' }],
    courses: { edges: [{ node: { lessonCount: 2 } }] },
  },
  product: { isArchived: false },
};
/** What is left of the answer without one of them. */
const PARTIAL = {
  commerce: { ...WHOLE, product: null },
  booking: { ...WHOLE, coach: { ...WHOLE.coach, offerings: null } },
  courses: { ...WHOLE, coach: { ...WHOLE.coach, courses: null } },
};

async function openTown(): Promise<Town> {
  const [router = ''] = world.current.urls.router;
  const [visitor, coach] = await Promise.all([Person.signUp(router, 'Admin'), Person.signUp(router, 'Coach')]);
  const admin = await promote(world.current, visitor, 'ADMIN');
  const [shelf, practice] = await Promise.all([openShop(admin, { stock: STOCK }), openPractice(admin, coach)]);
  return { router, admin, shelf, practice, course: await openCourse(coach), moments: new EventEmitter() };
}

/** Two by two want the same hour. */
function whimOf(number: number, hours: readonly string[]): Whim {
  const hour = number % 4 < 2 ? (hours[Math.floor(number / 4)] ?? null) : null;
  const regret = (['NOBODY', 'BUYER', 'ADMIN'] as const)[number % 3] ?? 'NOBODY';
  return { hour, isDeclined: number % 5 === 2, regret };
}

/** Kills it, sees what is left meanwhile, and waits until the router too has noticed that it serves again. */
async function kill(name: string, { router, admin, practice, shelf }: Town): Promise<void> {
  const child = world.current.child(name);
  const { pid } = child;
  if (name === 'postgres') await killPostgres(world.dataDir);
  else child.kill('SIGKILL');
  const variables = { coach: practice.coachId, product: shelf.productId };
  const crossing = () => post(router, CROSSING, { variables, token: admin.session.accessToken });
  if (name in PARTIAL) {
    const partial = await eventually(crossing, ({ codes }) => codes.includes('SUBGRAPH_UNAVAILABLE'), 60_000);
    expectMasked(partial, name);
    expect(partial.data).toEqual(PARTIAL[name as keyof typeof PARTIAL]);
  }
  await eventually(
    async () => child.pid,
    (now) => now !== undefined && now !== pid,
    60_000,
  );
  await child.ready();
  const whole = await eventually(crossing, ({ codes }) => codes.length === 0, 60_000);
  expect(whole.data).toEqual(WHOLE);
}

test('everything the sale needs dies once', async () => {
  const town = await openTown();
  const hours = await freeHours(town.admin, town.practice);
  const crowd = startCrowd(AT_A_TIME, (number) => goShopping(town, whimOf(number, hours)));
  for (const [name, moment] of DEATHS) {
    await crowd.until(once(town.moments, moment));
    await kill(name, town);
  }
  await crowd.reach(Math.max(AT_LEAST, crowd.done.length + 1));
  const trips = await crowd.stop();

  const left = () => disagreements(world.current, town, trips, STOCK);
  await eventually(left, ({ length }) => length === 0, 90_000);
  const orders = await allOrders(town.admin);
  const count = (type: string) => orders.flatMap((order) => soldOf(order, type)).length;
  expect(count('ProductVariant')).toBeLessThanOrEqual(STOCK);
  expect(count('ProductVariant')).toBeGreaterThan(0);
  expect(count('Course')).toBeGreaterThan(0);
  expect(count('Appointment')).toBeGreaterThan(0);
  const takenHours = orders.flatMap((order) => soldOf(order, 'Appointment')).map(({ item }) => item?.id);
  expect(new Set(takenHours).size).toBe(takenHours.length);
}, 240_000);
