import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { inlineDocuments } from './client/build/inline-documents.mjs';

/** Tests that share the modules of their package within a worker; each file still has stores and ports of its own. */
const shared = (folder: string) => ({
  extends: true as const,
  test: { name: folder, isolate: false, include: [`${folder}/tests/**/*.test.ts`] },
});

export default defineConfig({
  resolve: {
    // graphql 16 ships CJS and ESM without an exports map: Vite would pick index.mjs while CJS packages load index.js.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  // Workspace packages run from source. "import" or "module" must not stand here: vitest hands these to node --conditions.
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    globalSetup: 'embedded/tests/lab/one-postgres.ts',
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    silent: 'passed-only',
    projects: [
      {
        extends: true,
        test: { name: 'house', include: ['{embedded,schema}/tests/**/*.test.ts', 'proofs/**/*.test.ts'] },
      },
      shared('kernel'),
      shared('router'),
      {
        extends: true,
        plugins: [inlineDocuments()],
        resolve: { alias: [{ find: '@', replacement: fileURLToPath(new URL('client/src', import.meta.url)) }] },
        test: { name: 'client', include: ['client/tests/**/*.test.ts'] },
      },
      // One project per room: the decorators of type-graphql write into one global table.
      ...readdirSync('subgraphs').map((room) => shared(`subgraphs/${room}`)),
    ],
  },
});
