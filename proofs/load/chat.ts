// 200 live sockets in rooms of ten over two routers, and a steady stream of messages: how long from send to receive, and
// did every member hear every message exactly once? Exits 1 when one was lost or heard twice.
//
//   npm run bench chat        settings: RATE (messages a second, 20), SECONDS (15), PEOPLE (200)
import { setTimeout as pause } from 'node:timers/promises';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import type { Client } from 'graphql-ws';
import { createRoom, latestEventId, MESSAGES, type MessageEvent, send } from '../lab/chat.js';
import { eventually } from '../lab/eventually.js';
import type { Person } from '../lab/person.js';
import { cpuSecondsOf } from './cpu-time.js';
import { gather } from './crowd.js';
import { inWorld } from './in-world.js';
import { Ledger } from './ledger.js';
import { quantile, rounded } from './quantiles.js';

const ROOM = 10;
const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const people = setting('PEOPLE', 200);
const rate = setting('RATE', 20);
const seconds = setting('SECONDS', 15);

interface Room {
  readonly id: string;
  readonly members: readonly Person[];
}

async function openRoom(members: readonly Person[]): Promise<Room> {
  const [owner, ...others] = members;
  return { id: await createRoom(owner!, 'Load', others), members };
}

/** A socket per member, subscribed behind where the room stands now: what is sent from here on must arrive. */
async function listenIn({ id, members }: Room, ledger: Ledger): Promise<Client[]> {
  const sockets: Client[] = [];
  for (const member of members) {
    const variables = { roomId: id, after: await latestEventId(member, id) };
    const socket = member.socket();
    sockets.push(socket);
    socket.subscribe<{ messageAdded: MessageEvent }>(
      { query: MESSAGES, variables },
      {
        next: ({ data, errors }) => {
          if (data) ledger.heard(data.messageAdded.message.body, member.id);
          else console.error('an event came with errors', JSON.stringify(errors));
        },
        error: (failure) => console.error('a stream ended', String(failure)),
        complete: () => {},
      },
    );
  }
  return sockets;
}

async function say({ id, members }: Room, body: string, author: number, ledger: Ledger): Promise<void> {
  ledger.sending(
    body,
    members.map((member) => member.id),
  );
  await send(members[author % members.length]!, id, body);
}

/** `rate` messages a second whether or not the ones before were answered, room after room. */
async function keepTalking(rooms: readonly Room[], ledger: Ledger): Promise<void> {
  const began = performance.now();
  const sending: Promise<void>[] = [];
  for (let n = 0; n < rate * seconds; n += 1) {
    await pause(Math.max(0, began + (n * 1_000) / rate - performance.now()));
    sending.push(say(rooms[n % rooms.length]!, `message ${n}`, Math.floor(n / rooms.length), ledger));
  }
  await Promise.all(sending);
}

const everythingHeard = (ledger: Ledger) =>
  eventually(
    async () => ledger.lost,
    (lost) => lost === 0,
    15_000,
  ).catch(() => {});

async function measure(world: World): Promise<void> {
  const { router: routers } = world.urls;
  const crowd = await gather(people, routers);
  const rooms: Room[] = [];
  for (let at = 0; at < crowd.length; at += ROOM) rooms.push(await openRoom(crowd.slice(at, at + ROOM)));
  const ledger = new Ledger();
  const sockets: Client[] = [];
  for (const room of rooms) sockets.push(...(await listenIn(room, ledger)));
  for (const room of rooms) await say(room, `hello ${room.id}`, 0, ledger);
  await everythingHeard(ledger);
  ledger.startOver();

  const names = ['router', 'router-2', 'users', 'content', 'mongo', 'redis'];
  const cpu = () => names.map((name) => cpuSecondsOf(world.child(name).pid!));
  const [before, began] = [cpu(), performance.now()];
  await keepTalking(rooms, ledger);
  await everythingHeard(ledger);
  const took = (performance.now() - began) / 1_000;
  const after = cpu();
  await Promise.all(sockets.map((socket) => socket.dispose()));

  const ms = (share: number) => rounded(quantile(ledger.delays, share));
  console.table({
    sockets: crowd.length,
    'messages sent': ledger.messages,
    'deliveries/s': rounded(ledger.delays.length / took),
    'p50 ms': ms(0.5),
    'p95 ms (promise: 200)': ms(0.95),
    'p99 ms': ms(0.99),
    lost: ledger.lost,
    repeated: ledger.repeated,
  });
  const cpuMs = (at: number) => rounded(((after[at]! - before[at]!) * 1_000) / ledger.messages);
  console.table(Object.fromEntries(names.map((name, at) => [name, { 'CPU ms per message': cpuMs(at) }])));
  if (ledger.lost + ledger.repeated > 0) process.exitCode = 1;
}

await inWorld(2, measure);
process.exit();
