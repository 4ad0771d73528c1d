// What `npm start` and `npm run reset` do in a terminal, on fake services and real stores.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { build, root } from '../lab/build.js';
import { ownFolder } from '../lab/own-folder.js';
import { type FakeRoot, fakeRoot } from './fakes/fake-root.js';

beforeAll(build);

function rootWithDemo(): FakeRoot {
  const fake = fakeRoot();
  mkdirSync(join(fake.root, 'proofs/dist/demo'), { recursive: true });
  copyFileSync(fileURLToPath(new URL('fakes/demo.mjs', import.meta.url)), join(fake.root, 'proofs/dist/demo/main.js'));
  return fake;
}

function start(fake: FakeRoot, env: Record<string, string>): ChildProcess {
  // The fake root links to the real build, which must believe that it lies there.
  const flags = ['--preserve-symlinks', '--preserve-symlinks-main'];
  return spawn(process.execPath, [...flags, join(fake.root, 'embedded/dist/supervisor/main.js')], {
    env: { ...process.env, ...fake.env, MOSAIC_DATA: fake.dataDir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function outcome(child: ChildProcess): Promise<{ code: unknown; out: string; err: string }> {
  const [[code], out, err] = await Promise.all([once(child, 'exit'), text(child.stdout!), text(child.stderr!)]);
  return { code, out, err };
}

async function reset(dataDir: string): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'scripts/reset.mjs')], {
    env: { ...process.env, MOSAIC_DATA: dataDir },
    stdio: 'ignore',
  });
  const [code] = await once(child, 'exit');
  return code as number;
}

it('fills the demo world once, prints the address and the accounts, and stops (SMOKE=1)', async () => {
  const fake = rootWithDemo();
  const failed = await outcome(start(fake, { SMOKE: '1', FAKE_DEMO_FAILS: '1' }));
  expect(failed.code).toBe(0);
  expect(failed.err).toContain('The demo world is not complete (4): the next start goes on with it');
  for (let time = 0; time < 2; time++) {
    const { code, out } = await outcome(start(fake, { SMOKE: '1' }));
    expect(code).toBe(0);
    const [, app, endpoint] = /Mosaic +(\S+)\n +GraphQL and Sandbox +(\S+)\n/.exec(out) ?? [];
    expect(endpoint).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/graphql$/);
    expect(`${app}graphql`).toBe(endpoint);
    expect(out).toContain('ada@mosaic.example  a demo phrase  (COACH)');
  }
  // Three fillings that failed, one that did not, and none at the last start.
  expect(fake.ledger().filter((line) => line.startsWith('demo'))).toEqual(Array(4).fill('demo with 5 of 5, apart'));
});

it('stays until Ctrl-C, and is not reset before', async () => {
  const fake = fakeRoot();
  const child = start(fake, {});
  let out = '';
  for await (const chunk of child.stdout!.setEncoding('utf8')) {
    out += chunk as string;
    if (out.includes('Ctrl-C')) break;
  }
  expect(await reset(fake.dataDir)).toBe(1);
  expect(existsSync(join(fake.dataDir, 'postgres/cluster/PG_VERSION'))).toBe(true);
  const exited = once(child, 'exit');
  child.kill('SIGINT');
  expect(await exited).toEqual([0, null]);
  expect(await reset(fake.dataDir)).toBe(0);
  expect(existsSync(fake.dataDir)).toBe(false);
});

it('does not drop a directory that is not ours', async () => {
  const folder = ownFolder('mine');
  writeFileSync(join(folder, 'thesis.txt'), 'years of work');
  expect(await reset(folder)).toBe(1);
  expect(existsSync(join(folder, 'thesis.txt'))).toBe(true);
});
