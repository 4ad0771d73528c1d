// Builds the app into dist/, which the router serves. `npx vite` beside a running `npm start` is for developing it.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { compress } from './build/compress.mjs';
import { inlineDocuments } from './build/inline-documents.mjs';

const router = process.env['ROUTER_URL'] ?? 'http://127.0.0.1:4000';

/** The service worker, with the list of what it keeps. The app registers it by itself, and only when it was built. */
const offline = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src/offline',
  filename: 'service-worker.ts',
  injectRegister: null,
  manifest: false,
  injectManifest: {
    rollupFormat: 'iife',
    // Latin alphabets only: the others are kept when they are first used, and so is what is heavy, such as charts.
    globPatterns: ['assets/*.{js,css}', 'assets/inter-latin*.woff2', 'icon.svg', 'icon-192.png'],
    maximumFileSizeToCacheInBytes: 1_500_000,
    globIgnores: ['assets/*[cC]hart*'],
    dontCacheBustURLsMatching: /^assets\//,
  },
});

/** The package names only its development build, which carries warnings for us to every visitor. */
const quietRouter = {
  find: /^react-router$/,
  replacement: fileURLToPath(new URL('dist/production/index.mjs', import.meta.resolve('react-router/package.json'))),
};

/** What every page needs is one file, what the start page adds another: two pack better than fifty. */
const together = [
  { name: 'shell', tags: ['$initial' as const], priority: 2 },
  { name: 'home', test: /pages\/home\/home-page/, priority: 1 },
];

export default defineConfig(({ command }) => ({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [inlineDocuments(), react(), offline, compress()],
  resolve: {
    alias: [
      { find: '@', replacement: fileURLToPath(new URL('src', import.meta.url)) },
      ...(command === 'build' ? [quietRouter] : []),
    ],
    // Of rxjs the form with classes of the language instead of replicas of them.
    conditions: ['es2015', ...defaultClientConditions],
  },
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
  build: {
    outDir: 'dist',
    target: 'es2022',
    manifest: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: { output: { codeSplitting: { groups: together } } },
  },
}));
