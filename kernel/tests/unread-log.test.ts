// A process whose log nobody reads any more, because its supervisor was killed, still ends.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = `
  import { createLogger } from '${root}kernel/dist/telemetry/logger.js';
  const log = createLogger('lonely');
  log.info('read');
  process.stdin.resume().on('end', () => {
    log.info('unread');
    log.info('unread');
    process.exit(5);
  });`;

beforeAll(() => {
  execFileSync(process.execPath, [`${root}node_modules/typescript/bin/tsc`, '-b', `${root}kernel`]);
});

it('neither ends nor hangs when its reader is gone', async () => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([5, null]);
}, 10_000);
