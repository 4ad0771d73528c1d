// What people hold in their hands, and the Chromium that stands for it.
import type { LaunchOptions, PlaywrightTestOptions } from '@playwright/test';

type Device = Partial<PlaywrightTestOptions>;

/** The flags keep a browser without the internet from trying to reach its maker. */
export const chromium: LaunchOptions = {
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync'],
  ],
};

export const desktop: Device = {
  viewport: { width: 1280, height: 860 },
  locale: 'en-US',
  colorScheme: 'light',
  timezoneId: 'Europe/Paris',
};

/** As narrow as phones are. */
export const phone: Device = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  locale: 'fr-FR',
  colorScheme: 'dark',
  timezoneId: 'Europe/Paris',
};
