// npm start: installs what is missing, builds what has changed, then becomes the supervisor (embedded/supervisor/main.ts).
import { bootstrap } from './bootstrap.mjs';
import { build } from './run.mjs';

await bootstrap();
await build();
await import('../embedded/dist/supervisor/main.js');
