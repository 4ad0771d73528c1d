// Builds the app into dist/, which the router serves. `npx vite` beside a running `npm start` is for developing it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compress } from './build/compress.mjs';
import { inlineDocuments } from './build/inline-documents.mjs';

const router = process.env['ROUTER_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [inlineDocuments(), react(), compress()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  server: {
    port: 5173,
    strictPort: true,
    proxy: Object.fromEntries(
      ['/graphql', '/session', '/media', '/schema.graphql'].map((path) => [
        path,
        { target: router, ws: path === '/graphql', headers: { origin: router } },
      ]),
    ),
  },
  build: { outDir: 'dist', target: 'es2022', manifest: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
});
