// A supervisor that is killed leaves nothing running; the next one heals what it left.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { Client } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { build } from '../lab/build.js';
import { childrenOf, eventually, isRunning } from '../lab/running.js';
import { type FakeRoot, fakeRoot } from './fakes/fake-root.js';

const program = fileURLToPath(new URL('fakes/world.mjs', import.meta.url));
beforeAll(build);

interface Running {
  supervisor: ChildProcess;
  urls: { databases: Record<'users' | 'content', string> };
  /** Of every child, PostgreSQL's server and its guard. */
  pids: number[];
}

async function start(fake: FakeRoot): Promise<Running> {
  const { LANG: _, ...env } = process.env;
  const supervisor = spawn(process.execPath, [program, fake.root, fake.dataDir], {
    env: { ...env, ...fake.env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of createInterface(supervisor.stdout)) {
    const { pids, urls } = JSON.parse(line) as { pids: Record<string, number>; urls: Running['urls'] };
    const below = childrenOf(pids['postgres']!).map(({ pid }) => pid);
    expect(below).toHaveLength(2);
    return { supervisor, urls, pids: [...Object.values(pids), ...below] };
  }
  throw new Error('the supervisor ended');
}

async function countNotes(url: string, sql: string): Promise<unknown> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
}

it('leaves no process when it is killed, and the next start has everything', async () => {
  const fake = fakeRoot();
  const first = await start(fake);
  expect(first.pids.filter(isRunning)).toEqual(first.pids);
  await countNotes(first.urls.databases.users, 'create table note (n int); insert into note values (1), (2)');
  const mongo = await MongoClient.connect(first.urls.databases.content);
  await mongo
    .db()
    .collection('note')
    .insertOne({ n: 3 }, { writeConcern: { w: 'majority', journal: true } });
  await mongo.close();

  first.supervisor.kill('SIGKILL');
  // At once, while the first one's children are still going.
  const second = await start(fake);
  await eventually('nothing of the first is left', () => first.pids.every((pid) => !isRunning(pid)), 5_000);
  expect(await countNotes(second.urls.databases.users, 'select n from note order by n')).toEqual([{ n: 1 }, { n: 2 }]);
  const again = await MongoClient.connect(second.urls.databases.content);
  expect(await again.db().collection('note').countDocuments({ n: 3 })).toBe(1);
  await again.close();

  const exited = once(second.supervisor, 'exit');
  second.supervisor.kill('SIGTERM');
  expect(await exited).toEqual([0, null]);
  await eventually('nothing of the second is left', () => second.pids.every((pid) => !isRunning(pid)), 1_000);
});
