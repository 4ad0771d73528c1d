// npm run test:browser: journeys in a real Chromium against the whole running system (proofs/browser). Arguments go on to
// Playwright, e.g. `npm run test:browser -- chat --project=en-desktop`.
import { existsSync } from 'node:fs';
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
if (!existsSync(chromium)) {
  console.error(`There is no Chromium at ${chromium} (Debian: apt-get install chromium); CHROMIUM names another place`);
  process.exit(1);
}
await build();
await node('node_modules/@playwright/test/cli.js', 'test', '-c', 'proofs/browser', ...process.argv.slice(2));
