// The `test` of every browser proof: people with a browser each, signed in or not, in the language of the project.
import { randomUUID } from 'node:crypto';
import { type BrowserContext, test as bare, type Page } from '@playwright/test';
import { watchPage } from './watch-page';

export { expect } from '@playwright/test';

/** Who lives in the demo world. */
const demo = {
  camille: 'camille.roussel@mosaic.example',
  olivia: 'olivia.marsh@mosaic.example',
  claire: 'claire.fontaine@mosaic.example',
  alex: 'alex.moreno@mosaic.example',
  antoine: 'antoine.lefevre@mosaic.example',
} as const;
const PASSWORD = 'mosaic demo 2026';

export type DemoName = keyof typeof demo;

/** Somebody at their own browser. */
export interface Seat {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Asks the graph as this person; throws when it answers with errors or refusals. */
  ask<T>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<T>;
}

type SeatOptions = Parameters<import('@playwright/test').Browser['newContext']>[0];

interface Lab {
  /** 'en' or 'fr': `words[language]` of the app's own word lists says what a page shows. */
  readonly language: 'en' | 'fr';
  readonly isPhone: boolean;
  /** Somebody of the demo world, signed in. */
  readonly someone: (name: DemoName, options?: SeatOptions) => Promise<Seat>;
  /** Somebody who has just signed up. */
  readonly newcomer: (name?: string, options?: SeatOptions) => Promise<Seat>;
  /** Somebody who has not signed in. */
  readonly guest: (options?: SeatOptions) => Promise<Seat>;
}

type Take = (
  options: SeatOptions,
  who?: { readonly verb: string; readonly body: Record<string, string> },
) => Promise<Seat>;

export const test = bare.extend<Lab & { readonly take: Take }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the pattern
  baseURL: async ({}, use) => use(process.env['PROOF_URL']),
  language: async ({ locale }, use) => use(locale?.startsWith('fr') ? 'fr' : 'en'),
  isPhone: async ({ isMobile }, use) => use(isMobile),
  take: async ({ browser, baseURL, language, viewport, isMobile, hasTouch, locale, colorScheme, timezoneId }, use) => {
    const device = {
      viewport,
      isMobile,
      hasTouch,
      ...(locale && { locale }),
      colorScheme,
      ...(timezoneId && { timezoneId }),
    };
    const open: { context: BrowserContext; check: () => void }[] = [];
    await use(async (options, who) => {
      // A worker that stores the whole app in each new browser takes time, and only `offline.spec.ts` is about it.
      // A world of the proof's own has another origin.
      const origin = options?.baseURL ?? baseURL ?? '';
      const context = await browser.newContext({ ...device, serviceWorkers: 'block', ...options, baseURL: origin });
      await context.addInitScript((chosen) => localStorage.setItem('mosaic-locale', chosen), language);
      if (who) {
        const answer = await context.request.post(`/session/${who.verb}`, {
          headers: { origin },
          data: { device: 'Proof', ...who.body },
        });
        const { userErrors } = (await answer.json()) as { userErrors?: readonly unknown[] };
        if (!answer.ok() || userErrors?.length !== 0) throw new Error(`${who.verb}: ${await answer.text()}`);
      }
      const page = await context.newPage();
      open.push({ context, check: watchPage(page) });
      const { email = '', password = '', displayName = email } = who?.body ?? {};
      return { name: displayName, email, password, context, page, ask: asker(context, origin) };
    });
    await Promise.all(open.map(({ context }) => context.close()));
    for (const { check } of open) check();
  },
  someone: async ({ take }, use) =>
    use((name, options) => take(options, { verb: 'sign-in', body: { email: demo[name], password: PASSWORD } })),
  newcomer: async ({ take, language }, use) =>
    use((displayName = 'Nora Lind', options) => {
      const email = `${randomUUID()}@proof.example`;
      return take(options, {
        verb: 'sign-up',
        body: { email, password: `pass ${email}`.slice(0, 40), displayName, locale: language },
      });
    }),
  guest: async ({ take }, use) => use((options) => take(options)),
});

function asker(context: BrowserContext, origin: string): Seat['ask'] {
  return async <T>(query: string, variables: Readonly<Record<string, unknown>> = {}) => {
    const response = await context.request.post('/graphql', { headers: { origin }, data: { query, variables } });
    const { data, errors } = (await response.json()) as {
      data?: Record<string, { userErrors?: unknown[] }>;
      errors?: unknown;
    };
    const refused = Object.values(data ?? {}).flatMap((payload) => payload?.userErrors ?? []);
    if (errors || refused.length > 0 || !data) throw new Error(JSON.stringify(errors ?? refused));
    return data as T;
  };
}
