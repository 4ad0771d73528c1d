import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // graphql 16 ships CJS and ESM without an exports map: Vite would pick index.mjs while CJS packages load index.js.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  // Workspace packages run from source. "import" or "module" must not stand here: vitest hands these to node --conditions.
  ssr: { resolve: { conditions: ['source', 'node'] } },
  test: {
    include: [
      '{kernel,schema,embedded,router}/tests/**/*.test.ts',
      'subgraphs/*/tests/**/*.test.ts',
      'proofs/**/*.test.ts',
    ],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    pool: 'forks',
    maxWorkers: 2,
    silent: 'passed-only',
  },
});
