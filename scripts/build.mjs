// npm run build: everything that runs, into dist folders.
import { build } from './run.mjs';

await build();
