// PWA: what a browser asks for before it offers to install the app.
import { arrive } from './lab/arrive';
import { expect, test } from './lab/test';

interface Manifest {
  readonly name: string;
  readonly display: string;
  readonly start_url: string;
  readonly icons: readonly { readonly src: string; readonly sizes: string; readonly purpose?: string }[];
}

test('the browser finds nothing that keeps the app from being installed', async ({ guest }) => {
  const { page, context } = await guest({ serviceWorkers: 'allow' });
  await arrive(page, '/');
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  const devtools = await context.newCDPSession(page);
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors');
  // A browser of a proof keeps nothing after it, as a private window does; that alone would be in the way.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);

  const address = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = (await (await page.request.get(address ?? '')).json()) as Manifest;
  expect(manifest).toMatchObject({ name: 'Mosaic', display: 'standalone', start_url: '/' });
  for (const { src, sizes } of manifest.icons.filter(({ sizes }) => sizes !== 'any')) {
    const width = await page.evaluate(async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      return `${image.naturalWidth}x${image.naturalHeight}`;
    }, src);
    expect(width).toBe(sizes);
  }
  expect(manifest.icons.some(({ purpose }) => purpose?.includes('maskable'))).toBe(true);
});
