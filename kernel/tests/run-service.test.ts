// A service as its supervisor sees it: ready, drained, stopped, and honest exit codes.
import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';

const KERNEL = join(import.meta.dirname, '..');
const DIST = join(KERNEL, 'dist');
// The built kernel, because a child process runs no TypeScript: the same few lines as a subgraph's main.ts.
const program = `
  const { runService } = await import('${DIST}/lifecycle/run-service.js');
  const { readConfig } = await import('${DIST}/config/read-config.js');
  const { port } = await import('${DIST}/config/settings.js');
  const { createLogger } = await import('${DIST}/telemetry/logger.js');
  await runService('lab', async (scope) => {
    const { PORT } = readConfig({ PORT: port }, process.env);
    const working = setInterval(() => {}, 1000);
    setTimeout(() => {}, 60_000); // forgotten, as libraries do
    scope.defer(async () => {
      clearInterval(working);
      if (process.env.BROKEN) throw new Error('stuck');
      await new Promise((resolve) => setTimeout(resolve, 50));
      process.stdout.write('drained\\n');
    });
    return { port: PORT, log: createLogger('lab') };
  });`;

beforeAll(() => {
  execFileSync(process.execPath, [join(KERNEL, '..', 'node_modules', 'typescript', 'bin', 'tsc'), '-b', KERNEL]);
});

function start(env: Record<string, string>) {
  const url = `data:text/javascript,${encodeURIComponent("await import('node:process')")}`;
  const child = fork('', [], {
    execArgv: ['--import', url, '--input-type=module', '--eval', program],
    env,
    silent: true,
  });
  let output = '';
  child.stdout?.on('data', (chunk) => {
    output += String(chunk);
  });
  // Not 'close': a parent that disconnects itself never gets it.
  const ended = Promise.all([once(child, 'exit'), once(child.stdout!, 'end')]).then(([exit]) => exit);
  return { child, ended, said: () => output };
}
const ready = async (child: ChildProcess) => (await once(child, 'message'))[0];

it.each(['SIGTERM', 'SIGINT'] as const)('says that it is ready; %s drains it and it exits 0', async (signal) => {
  const { child, ended, said } = start({ PORT: '4321' });
  expect(await ready(child)).toEqual({ ready: true, port: 4321 });
  child.kill(signal);
  expect(await ended).toEqual([0, null]);
  expect(said()).toMatch(/"msg":"stopping"[\s\S]*drained\n[\s\S]*"msg":"stopped"/);
});

it('does not wait for a timer that nobody closed', async () => {
  const { child, ended } = start({ PORT: '4321' });
  await ready(child);
  const asked = performance.now();
  child.kill('SIGTERM');
  expect(await ended).toEqual([0, null]);
  expect(performance.now() - asked).toBeLessThan(5_000);
});

it('stops when its supervisor is gone', async () => {
  const { child, ended, said } = start({ PORT: '4321' });
  await ready(child);
  child.disconnect();
  expect(await ended).toEqual([0, null]);
  expect(said()).toContain('drained');
});

it('exits 1 when something did not close', async () => {
  const { child, ended, said } = start({ PORT: '4321', BROKEN: 'yes' });
  await ready(child);
  child.kill('SIGTERM');
  expect(await ended).toEqual([1, null]);
  expect(said()).toContain('a resource did not close cleanly');
});

it('that cannot start exits 1 and names the variable', async () => {
  const { ended, said } = start({ PORT: 'hunter2' });
  expect((await ended)[0]).toBe(1);
  expect(said()).toMatch(/"level":"CRITICAL".*"msg":"PORT: /);
  expect(said()).not.toContain('hunter2');
});
