// Not a proof: pictures to look at. Named <page>-<project>.png.
import { join } from 'node:path';
import { arrive } from './lab/arrive';
import { onlookers, pages, pathOf } from './lab/pages';
import { root } from './lab/start-world';
import { test } from './lab/test';

for (const as of onlookers()) {
  test(`what ${as} sees`, async ({ someone, guest }, { project }) => {
    test.setTimeout(300_000);
    const seat = as === 'guest' ? await guest() : await someone(as);
    for (const page of pages.filter((each) => each.as === as)) {
      await test.step(page.name, async () => {
        await arrive(seat.page, await pathOf(page, seat));
        await seat.page.evaluate(() => document.fonts.ready);
        // Pictures come after the page; live pages are never idle for long.
        await seat.page.waitForLoadState('networkidle');
        await seat.page.screenshot({
          path: join(root, 'screenshots', `${page.name}-${project.name}.png`),
          fullPage: true,
        });
      });
    }
  });
}
