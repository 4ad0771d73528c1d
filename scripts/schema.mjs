// npm run schema [-- --check]: emit the SDLs, compose, and write (or only compare) what stands in schema/.
import { bootstrap } from './bootstrap.mjs';
import { build, node } from './run.mjs';

await bootstrap();
await build();
await node('schema/dist/compose/main.js', ...process.argv.slice(2));
