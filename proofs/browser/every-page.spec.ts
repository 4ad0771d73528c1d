import AxeBuilder from '@axe-core/playwright';
import { arrive } from './lab/arrive';
import { pages } from './lab/pages';
import { expect, test } from './lab/test';

for (const { name, as, path } of pages) {
  test(`${name} is accessible and fits`, async ({ someone, guest }) => {
    const seat = as === 'guest' ? await guest() : await someone(as);
    await arrive(seat.page, typeof path === 'string' ? path : await path(seat));

    const { violations } = await new AxeBuilder({ page: seat.page }).analyze();
    const serious = violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, at: nodes.map(({ html }) => html.slice(0, 200)) }));
    expect(serious).toEqual([]);

    const overflow = await seat.page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
}
