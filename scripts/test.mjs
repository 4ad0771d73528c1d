// npm test: install if needed, build (whole-system tests run what was built), then every test that needs only npm.
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
await build();
await node('node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2));
