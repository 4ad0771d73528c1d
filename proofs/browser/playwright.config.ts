// The app in Debian's Chromium against the whole running system. Each proof runs twice: in English on a desktop with light
// colours, and in French on a phone with dark ones.
import { defineConfig } from '@playwright/test';
import { chromium, desktop, phone } from './lab/devices';

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  globalSetup: './lab/start-world.ts',
  workers: 2,
  // One worker per file, so that the proofs of a file may share what they made.
  fullyParallel: false,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  // A trace of everything would take as long as the proofs: `--trace=retain-on-failure` for who looks into one.
  use: { launchOptions: chromium, actionTimeout: 15_000, screenshot: 'only-on-failure' },
  projects: [
    { name: 'en-desktop', use: desktop },
    { name: 'fr-phone', use: phone },
  ],
});
