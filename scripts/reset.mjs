// npm run reset: drops the data of the embedded stores, the secrets and the logs. Refuses while Mosaic runs.
import { existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { root } from './run.mjs';

const dataDir = resolve(root, process.env.MOSAIC_DATA || '.data');
const claims = new URL('../embedded/dist/supervisor/claim-data-dir.js', import.meta.url);

if (!existsSync(dataDir)) {
  console.log(`There is nothing in ${dataDir}`);
  process.exit(0);
}
// MOSAIC_DATA may be mistyped, and this deletes: every data directory of ours has its secrets from the first start on.
if (!existsSync(resolve(dataDir, 'secrets.json'))) {
  console.error(`${dataDir} is not a data directory of Mosaic: nothing was dropped`);
  process.exit(1);
}
// Without a build nothing has ever run here.
if (existsSync(claims)) {
  const { isClaimed } = await import(claims.href);
  if (await isClaimed(dataDir)) {
    console.error(`Mosaic runs on ${dataDir}: stop it first`);
    process.exit(1);
  }
}
rmSync(dataDir, { recursive: true, force: true });
console.log(`Dropped ${dataDir}`);
