// Everybody in one room, through the router and from a bare `ws` broadcast of the same bytes, one after the other in one
// run: deliveries for each second of CPU time above all, because everything shares the machine. Exits 1 when one was lost
// or heard twice.
//
//   npm run bench:live        settings: SOCKETS (1000,5000), DELIVERIES (20000 a second, at the steady rate), SECONDS (8)
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cpuSecondsOf } from './cpu-time.js';
import { type Contestant, type Held, startBroadcast, startRouter } from './live/contestants.js';
import type { Heard, Order } from './live/crowd.js';
import type { Pace } from './live/pace.js';
import { machine } from './machine.js';
import { rounded } from './quantiles.js';
import { leaveRoutersCore, pinning } from './wire/cores.js';
import { launch } from './wire/launch.js';

const sizes = (process.env['SOCKETS'] ?? '1000,5000').split(',').map(Number);
const deliveriesPerSecond = Number(process.env['DELIVERIES'] ?? 20_000);
const seconds = Number(process.env['SECONDS'] ?? 8);
/** Sockets that come and go before memory is counted, so that what is made once is not counted for the idle ones. */
const WARMING = 200;
/** Messages on their way at a time when the next one is said as soon as the room can take it. */
const WINDOW = 4;

type Row = Record<string, number>;

async function measure(contestant: Contestant, sockets: number): Promise<Row> {
  const { pid, port, line } = contestant;
  const crowd = launch('live/crowd.js', { isRouter: false });
  const tell = async <T>(order: Order): Promise<T> => {
    crowd.tell(order);
    return (await crowd.report()) as T;
  };
  await tell({ join: WARMING, port, line });
  await tell({ run: { rate: 2, seconds: 1 } });
  await tell({ leave: true });
  const before = await contestant.held();
  await tell({ join: sockets, port, line });
  await pause(1_000); // the last ones are on their way through the pipeline
  const after = await contestant.held();
  const each = (what: keyof Held) => rounded((after[what] - before[what]) / sockets);
  await tell({ run: { rate: 2, seconds: 1 } });

  const row: Row = { 'idle: KiB RSS each': each('resident'), 'idle: KiB heap each': each('heap') };
  const paces: Record<string, Pace> = {
    steady: { rate: Math.max(1, Math.round(deliveriesPerSecond / sockets)), seconds },
    'at most': { window: WINDOW, seconds },
  };
  for (const [name, pace] of Object.entries(paces)) {
    const cpu = cpuSecondsOf(pid);
    const heard = await tell<Heard>({ run: pace });
    const used = cpuSecondsOf(pid) - cpu;
    if (heard.lost + heard.repeated > 0) process.exitCode = 1;
    row[`${name}: deliveries/s`] = Math.round(heard.deliveries / heard.seconds);
    row[`${name}: per CPU s`] = Math.round(heard.deliveries / used);
    row[`${name}: p50 ms`] = rounded(heard.p50);
    row[`${name}: p99 ms`] = rounded(heard.p99);
    row[`${name}: lost`] = heard.lost;
    row[`${name}: repeated`] = heard.repeated;
  }
  crowd.stop();
  return row;
}

/** Each in a process of its own, new for each size. */
async function compare(folder: string, sockets: number): Promise<void> {
  const rows: Record<string, Row> = {};
  for (const start of [startBroadcast, () => startRouter(join(folder, 'supergraph.graphql'))]) {
    const contestant = await start();
    rows[contestant.name] = await measure(contestant, sockets);
    contestant.stop();
  }
  const { router, 'bare ws broadcast': bare } = rows as Record<string, Row>;
  const share = (name: string) => rounded((100 * router![name]!) / bare![name]!);
  console.log(`\n${sockets} sockets in one room`);
  const names = Object.keys(router!);
  console.table(Object.fromEntries(names.map((name) => [name, { router: router![name], 'bare ws': bare![name] }])));
  console.log(
    `deliveries per CPU second, of the bare broadcast's: ${share('steady: per CPU s')} % steady, ${share('at most: per CPU s')} % at most`,
  );
}

leaveRoutersCore();
console.log(`${machine()}; ${pinning}`);
const folder = await mkdtemp(join(tmpdir(), 'mosaic-bench-'));
try {
  for (const sockets of sizes) await compare(folder, sockets);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit();
