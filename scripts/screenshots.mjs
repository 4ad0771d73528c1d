// npm run screenshots: a picture of every page - light, dark, on a phone - into screenshots/, which git ignores.
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
await build();
const config = 'proofs/browser/screenshots.config.ts';
await node('node_modules/@playwright/test/cli.js', 'test', '-c', config, ...process.argv.slice(2));
console.log('screenshots/');
