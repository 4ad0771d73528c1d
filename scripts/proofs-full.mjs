// npm run proofs:full: the proofs that `npm test` runs at a reduced size, at the size they promise, one after the other; they
// print what they measured.
import { execFileSync } from 'node:child_process';
import { bootstrap } from './bootstrap.mjs';
import { build, root, run } from './run.mjs';

await bootstrap();
await build();
const sized = execFileSync('git', ['grep', '-lE', 'proofSize|isFullProof', '--', '*.test.ts'], { cwd: root });
const files = sized.toString().trim().split('\n');
await run(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--no-file-parallelism',
    '--silent=false',
    '--testTimeout=600000',
    ...files,
  ],
  { env: { ...process.env, PROOFS: 'full' } },
);
