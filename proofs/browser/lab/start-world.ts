// Before all proofs: the whole system on embedded stores with the demo world, as `npm start` has it. PROOF_URL names one
// that runs already (then PROOF_DATA is its data directory), which saves a developer the wait.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startWorld } from '@mosaic/embedded/supervisor/start-world';

export const root = fileURLToPath(new URL('../../..', import.meta.url));

async function start(): Promise<undefined | (() => Promise<void>)> {
  if (process.env['PROOF_URL']) return undefined;
  const dataDir = mkdtempSync(join(tmpdir(), 'mosaic-browser-'));
  const world = await startWorld({ root, dataDir, ports: 'free', log: (line) => console.error(line) });
  execFileSync(process.execPath, [join(root, 'proofs/dist/demo/main.js'), join(dataDir, 'demo.json')], {
    env: world.demoEnvironment(),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  // The workers start after this, and with this environment.
  process.env['PROOF_URL'] = new URL(world.urls.router[0] ?? '').origin;
  process.env['PROOF_DATA'] = dataDir;
  return async () => {
    await world.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

// Playwright asks for a default export here.
// biome-ignore lint/style/noDefaultExport: see above
export default start;
