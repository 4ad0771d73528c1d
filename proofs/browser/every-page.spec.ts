import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { pages as routes } from '@/shell/routes';
import { arrive } from './lab/arrive';
import { onlookers, pages, pathOf } from './lab/pages';
import { expect, test } from './lab/test';

test('every page of the app is looked at', () => {
  const looked = new Set(pages.map(({ route }) => route));
  expect(routes.map(({ path }) => path).filter((path) => !looked.has(path))).toEqual([]);
});

for (const as of onlookers()) {
  test(`what ${as} sees is accessible and fits the screen`, async ({ someone, guest }) => {
    test.setTimeout(240_000);
    const seat = as === 'guest' ? await guest() : await someone(as);
    for (const page of pages.filter((each) => each.as === as)) {
      await test.step(page.name, async () => {
        await arrive(seat.page, await pathOf(page, seat));
        expect.soft(await seriousIn(seat.page), page.name).toEqual([]);
        const overflow = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect.soft(overflow, `${page.name} scrolls sideways`).toBeLessThanOrEqual(0);
        expect.soft(await seat.page.title(), page.name).toMatch(/^(.+ · )?Mosaic$/);
      });
    }
  });
}

/** What axe finds against WCAG that is serious or critical: which rule, and where. */
async function seriousIn(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
}
