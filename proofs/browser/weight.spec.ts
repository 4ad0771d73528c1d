// A page that loads quickly on a phone. Everything that the page has loaded by itself counts, with what it
// loads a moment later, such as the live link.
import { gzipSync } from 'node:zlib';
import { arrive } from './lab/arrive';
import { expect, test } from './lab/test';

const MOST_KB = 200;

test('the signed-in home loads at most 200 KB of JavaScript', async ({ someone }) => {
  const { page } = await someone('camille');
  const scripts = new Map<string, Promise<number>>();
  page.on('response', (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith('.js'))
      scripts.set(
        pathname,
        response.body().then((body) => gzipSync(body).length),
      );
  });
  const live = page.waitForEvent('websocket');
  await arrive(page, '/');
  await live;
  await page.waitForLoadState('networkidle');

  const sizes = await Promise.all([...scripts].map(async ([path, size]) => ({ path, kb: (await size) / 1000 })));
  const total = sizes.reduce((sum, { kb }) => sum + kb, 0);
  console.log(`The signed-in home loads ${total.toFixed(1)} KB of JavaScript (gzip) in ${sizes.length} files:`);
  for (const { path, kb } of sizes.sort((a, b) => b.kb - a.kb)) console.log(`  ${kb.toFixed(1).padStart(6)}  ${path}`);
  expect(sizes.length).toBeGreaterThan(2);
  expect(total).toBeLessThanOrEqual(MOST_KB);
});
