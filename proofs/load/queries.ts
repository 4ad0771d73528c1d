// The router beside the stock path (a plain ApolloGateway in Apollo Server), in front of the same subgraphs, in turns, so
// that a busy machine is as busy for both: requests a second, CPU time per request, p50 and p99, and their ratios.
//
//   npm run bench queries     settings: ROUNDS (5), SECONDS (3, of each turn), ASKERS (8)
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { createRoom, send } from '../lab/chat.js';
import type { Person } from '../lab/person.js';
import { askSteadily, type Measured, type Target } from './ask-steadily.js';
import { gather } from './crowd.js';
import { inWorld } from './in-world.js';
import { median, quantile, rounded } from './quantiles.js';
import { startStockRouter } from './start-stock-router.js';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const rounds = setting('ROUNDS', 5);
const seconds = setting('SECONDS', 3);
const askers = setting('ASKERS', 8);

const QUERIES = {
  small: '{ me { id displayName } }',
  crossing: `{
    me {
      displayName
      rooms(first: 5) { edges { node { id title unreadCount lastMessage { body sentAt author { displayName } } } } }
    }
  }`,
};

/** Somebody with five rooms in which others spoke last. */
async function somebody(router: string): Promise<Person> {
  const [me, ...others] = await gather(6, [router]);
  for (const other of others) await send(other, await createRoom(me!, 'Load', [other]), 'Good morning');
  return me!;
}

async function compare(name: string, query: string, token: string, ours: Target, stock: Target): Promise<void> {
  const measured: Record<'ours' | 'stock', Measured[]> = { ours: [], stock: [] };
  const body = JSON.stringify({ query });
  const load = { body: () => body, token, askers, seconds };
  for (const target of [ours, stock]) await askSteadily(target, load); // warm
  for (let round = 0; round < rounds; round += 1) {
    measured.ours.push(await askSteadily(ours, load));
    measured.stock.push(await askSteadily(stock, load));
  }
  const row = (label: string, value: (one: Measured) => number) => {
    const [mine, theirs] = [measured.ours.map(value), measured.stock.map(value)];
    const ratios = mine.map((each, at) => each / theirs[at]!);
    const range = `${rounded(Math.min(...ratios), 2)}-${rounded(Math.max(...ratios), 2)}`;
    return {
      [`${name}: ${label}`]: {
        router: rounded(median(mine), 2),
        stock: rounded(median(theirs), 2),
        ratio: rounded(median(ratios), 2),
        range,
      },
    };
  };
  console.table({
    ...row('requests/s', (one) => one.requestsPerSecond),
    ...row('CPU ms per request', (one) => one.cpuMsPerRequest),
    ...row('p50 ms', (one) => quantile(one.delays, 0.5)),
    ...row('p99 ms', (one) => quantile(one.delays, 0.99)),
  });
}

async function measure(world: World): Promise<void> {
  const ours = { url: world.urls.router[0]!, pid: world.child('router').pid! };
  const me = await somebody(ours.url);
  const stock = await startStockRouter(world);
  try {
    for (const [name, query] of Object.entries(QUERIES))
      await compare(name, query, me.session.accessToken, ours, stock);
  } finally {
    stock.stop();
  }
}

await inWorld(1, measure);
process.exit();
