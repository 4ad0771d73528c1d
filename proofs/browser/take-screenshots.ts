// Not a proof: pictures to look at. Named <page>-<project>.png.
import { join } from 'node:path';
import { arrive } from './lab/arrive';
import { pages } from './lab/pages';
import { root } from './lab/start-world';
import { test } from './lab/test';

for (const { name, as, path } of pages) {
  test(name, async ({ someone, guest }, { project }) => {
    const seat = as === 'guest' ? await guest() : await someone(as);
    await arrive(seat.page, typeof path === 'string' ? path : await path(seat));
    // Pictures come after the page.
    await seat.page.waitForLoadState('networkidle');
    await seat.page.screenshot({ path: join(root, 'screenshots', `${name}-${project.name}.png`), fullPage: true });
  });
}
