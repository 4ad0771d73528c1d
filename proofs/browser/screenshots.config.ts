// npm run screenshots: every page, light and dark on a desktop, and on a phone.
import { defineConfig } from '@playwright/test';
import { chromium, desktop, phone } from './lab/devices';

export default defineConfig({
  testDir: '.',
  testMatch: 'take-screenshots.ts',
  outputDir: 'results',
  globalSetup: './lab/start-world.ts',
  workers: 2,
  fullyParallel: true,
  timeout: 60_000,
  reporter: [['line']],
  use: { launchOptions: chromium },
  projects: [
    { name: 'light', use: desktop },
    { name: 'dark', use: { ...desktop, colorScheme: 'dark', locale: 'fr-FR' } },
    { name: 'phone', use: { ...phone, colorScheme: 'light' } },
  ],
});
