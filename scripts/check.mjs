// npm run check: types of the tests, format and lint, unused code.
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
await build();
for (const project of ['tests.tsconfig.json', 'client', 'proofs/browser']) {
  await node('node_modules/typescript/bin/tsc', '-p', project);
}
await node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.');
await node('node_modules/knip/bin/knip.js');
