// What was acknowledged survives any death, and the next start heals by itself.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type PostgresServer, startPostgres } from '@mosaic/embedded/postgres/start-postgres';
import { Client, Pool } from 'pg';
import { beforeAll, expect, it } from 'vitest';
import { build, dist } from '../lab/build.js';
import { ownFolder } from '../lab/own-folder.js';
import { childrenOf, eventually, isRunning } from '../lab/running.js';

beforeAll(build);

const WRITERS = 8;
const ENOUGH = 1_000;

/** Writes until the server dies; answers the numbers whose insert was acknowledged. */
async function writeUntilDeath(url: string, onEnough: () => void): Promise<number[]> {
  const pool = new Pool({ connectionString: url, max: WRITERS });
  pool.on('error', () => undefined);
  const acknowledged: number[] = [];
  let next = 0;
  const write = async (): Promise<void> => {
    for (;;) {
      const mine = next++;
      try {
        await pool.query('insert into entry values ($1)', [mine]);
      } catch {
        return;
      }
      acknowledged.push(mine);
      if (acknowledged.length === ENOUGH) onEnough();
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  await pool.end();
  return acknowledged;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

it('loses no acknowledged row when every PostgreSQL process is killed under writers', async () => {
  const dataDir = ownFolder('crash');
  let server: PostgresServer = await startPostgres({ dataDir });
  const url = await server.ensureDatabase('users');
  await query(url, 'create table entry (n int primary key)');
  const killed = server.pid;
  const acknowledged = await writeUntilDeath(url, () => {
    // The server first, so that it cannot start its workers again.
    for (const pid of [killed, ...childrenOf(killed).map(({ pid }) => pid)]) process.kill(pid, 'SIGKILL');
  });
  await server.ended;
  expect(acknowledged.length).toBeGreaterThanOrEqual(ENOUGH);

  server = await startPostgres({ dataDir, port: server.port });
  const rows = await query(server.url('users'), 'select n from entry');
  const kept = new Set(rows.map(({ n }) => n));
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  // At most what was in flight is there without an answer.
  expect(kept.size - acknowledged.length).toBeLessThanOrEqual(WRITERS);
  await server.stop();
});

it('starts although the pid in postmaster.pid now belongs to another program', async () => {
  const dataDir = ownFolder('stale');
  let server = await startPostgres({ dataDir });
  const port = server.port;
  await server.stop();
  const cluster = join(dataDir, 'cluster');
  const { uid, gid } = statSync(cluster);
  // Of the same user as the server: PostgreSQL itself would believe that this is one.
  const other = spawn('sleep', ['60'], { uid, gid, stdio: 'ignore' });
  writeFileSync(join(cluster, 'postmaster.pid'), `${other.pid}\n${cluster}\n1\n${port}\n\n127.0.0.1\n\nready\n`);
  chownSync(join(cluster, 'postmaster.pid'), uid, gid);
  server = await startPostgres({ dataDir, port });
  expect(await query(server.adminUrl, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(server.pid).not.toBe(other.pid);
  await server.stop();
  other.kill();
});

interface Report {
  port: number;
  serverPid: number;
  urls: Record<string, string>;
}

async function startProcess(dataDir: string): Promise<{ child: ChildProcess; report: Report }> {
  const child = fork(`${dist}postgres/main.js`, ['--data', dataDir, '--databases', 'users'], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [report] = (await once(child, 'message')) as [Report];
  return { child, report };
}

it('stops the server when the process that started it is killed', async () => {
  const { child, report } = await startProcess(ownFolder('killed'));
  child.kill('SIGKILL');
  await eventually('the server is gone', () => !isRunning(report.serverPid), 5_000);
});

it('stops the server when the parent of that process goes away', async () => {
  const { child, report } = await startProcess(ownFolder('left'));
  const exited = once(child, 'exit');
  child.disconnect();
  expect(await exited).toEqual([0, null]);
  expect(isRunning(report.serverPid)).toBe(false);
});

it('adopts the server that nobody could stop, with its connections and its port', async () => {
  const dataDir = ownFolder('orphan');
  const { child, report } = await startProcess(dataDir);
  const client = new Client({ connectionString: report.urls['users']! });
  await client.connect();
  const guard = childrenOf(child.pid!).find(({ command }) => command.includes('postgres-guard'));
  process.kill(guard!.pid, 'SIGKILL');
  child.kill('SIGKILL');
  await once(child, 'exit');

  const server = await startPostgres({ dataDir });
  expect({ port: server.port, pid: server.pid }).toEqual({ port: report.port, pid: report.serverPid });
  expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  await client.end();
  await server.stop();
  expect(isRunning(report.serverPid)).toBe(false);
});
