// Pictures find their way into an album, are looked at by keyboard, arranged, and talked about live.
import { randomBytes } from 'node:crypto';
import sharp from 'sharp';
import { albumWords } from '@/pages/albums/album-words';
import { lightboxWords } from '@/pages/albums/lightbox-words';
import { uploadsWords } from '@/pages/albums/uploads-words';
import { uploadWords } from '@/parts/upload-words';
import { stateWords } from '@/ui/state-words';
import { arrive } from '../lab/arrive';
import { expect, type Seat, test } from '../lab/test';

/** Noise does not compress: about three bytes for each pixel. */
async function noise(name: string, side: number) {
  const raw = { width: side, height: side, channels: 3 } as const;
  const buffer = await sharp(randomBytes(side * side * 3), { raw })
    .png()
    .toBuffer();
  return { name, mimeType: 'image/png', buffer };
}

/** How an album says how much is in it, in either language. */
const counts = (count: number) => new RegExp(`^${count} (picture|photo)s? · `);

async function startAlbum({ ask }: Seat, title: string): Promise<string> {
  const { createAlbum } = await ask<{ createAlbum: { album: { id: string } } }>(
    'mutation ($input: CreateAlbumInput!) { createAlbum(input: $input) { userErrors { code } album { id } } }',
    { input: { title, idempotencyKey: crypto.randomUUID() } },
  );
  return createAlbum.album.id;
}

test('an upload shows how far it is, and ends in the album', async ({ newcomer, language }) => {
  const [words, uploads] = [albumWords[language], uploadWords[language]];
  const { page, context } = await newcomer('Nora Lind');
  await arrive(page, '/albums');
  await expect(page.getByRole('heading', { name: words.emptyTitle })).toBeVisible();
  await page.getByRole('button', { name: words.create }).click();
  const dialog = page.getByRole('dialog', { name: words.create });
  await dialog.getByLabel(words.title).fill('Dune du Pilat');
  await dialog.getByRole('button', { name: words.create }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Dune du Pilat' })).toBeVisible();
  await expect(page.getByText(words.nothingTitle)).toBeVisible();

  const network = await context.newCDPSession(page);
  await network.send('Network.enable');
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 500_000 };
  await network.send('Network.emulateNetworkConditions', slow);
  await page
    .getByLabel(words.addLabel, { exact: true })
    .last()
    .setInputFiles(await noise('sand.png', 700));
  const bar = page.getByRole('progressbar', { name: uploads.sending('sand.png') });
  await expect(bar).toBeVisible();
  const share = async () => Number(await bar.getAttribute('aria-valuenow'));
  await expect.poll(share, { intervals: [50] }).toBeGreaterThan(0);
  expect(await share()).toBeLessThan(100);
  await network.send('Network.emulateNetworkConditions', { ...slow, uploadThroughput: -1 });
  await expect(page.getByRole('button', { name: words.openPicture(1, 1) })).toBeVisible();
  await expect(bar).toHaveCount(0);
  await expect(page.getByText(counts(1))).toBeVisible();

  await arrive(page, '/uploads');
  await expect(page.getByRole('listitem').filter({ hasText: 'sand.png' })).toContainText(uploadsWords[language].ready);
});

test('what is no picture is refused, and can be cleared away', async ({ newcomer, language }) => {
  const [words, uploads] = [albumWords[language], uploadWords[language]];
  const nora = await newcomer('Nora Lind');
  await arrive(nora.page, `/albums/${await startAlbum(nora, 'Brouillons')}`);
  const fake = { name: 'fake.png', mimeType: 'image/png', buffer: Buffer.from('not a picture at all') };
  await nora.page.getByLabel(words.addLabel, { exact: true }).last().setInputFiles(fake);
  await expect(nora.page.getByText(uploads.notTaken('fake.png'))).toBeVisible();
  await expect(nora.page.getByRole('alert')).toBeVisible();
  await nora.page.getByRole('button', { name: stateWords[language].close }).click();
  await expect(nora.page.getByText(uploads.notTaken('fake.png'))).toHaveCount(0);
  await expect(nora.page.getByText(words.nothingTitle)).toBeVisible();
});

test('the lightbox walks by arrow keys, and the order of an album is its owner’s', async ({ newcomer, language }) => {
  const [words, box] = [albumWords[language], lightboxWords[language]];
  const nora = await newcomer('Nora Lind');
  const { page } = nora;
  await arrive(page, `/albums/${await startAlbum(nora, 'Trois jours')}`);
  const files = await Promise.all(['one.png', 'two.png', 'three.png'].map((name) => noise(name, 40)));
  await page.getByLabel(words.addLabel, { exact: true }).last().setInputFiles(files);
  await expect(page.getByText(counts(3))).toBeVisible();
  const thumbnail = (at: number) => page.getByRole('button', { name: words.openPicture(at, 3) });
  await expect(thumbnail(3)).toBeVisible();

  await thumbnail(1).focus();
  await page.keyboard.press('Enter');
  const shows = (at: number) => expect(page.getByRole('dialog', { name: box.heading(at, 3) })).toBeVisible();
  await shows(1);
  await page.keyboard.press('ArrowRight');
  await shows(2);
  await page.keyboard.press('ArrowRight');
  await shows(3);
  await page.keyboard.press('ArrowLeft');
  await shows(2);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(thumbnail(2)).toBeFocused();

  const idOf = async (at: number) => (await thumbnail(at).getAttribute('id')) ?? '';
  const before = [await idOf(1), await idOf(2), await idOf(3)];
  await page.getByRole('button', { name: words.arrange, exact: true }).click();
  await page.getByRole('button', { name: words.earlier(3) }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: words.saveOrder }).click();
  const after = [before[0], before[2], before[1]];
  await expect.poll(async () => [await idOf(1), await idOf(2), await idOf(3)]).toEqual(after);
  await page.reload();
  await expect.poll(async () => [await idOf(1), await idOf(2), await idOf(3)]).toEqual(after);
});

test('who an album is shared with sees it and comments; its owner hears it at once', async ({ newcomer, language }) => {
  const [words, box] = [albumWords[language], lightboxWords[language]];
  const [nora, ben] = [await newcomer('Nora Lind'), await newcomer('Ben Sommer')];
  const albumId = await startAlbum(nora, 'Une soirée');
  await arrive(nora.page, `/albums/${albumId}`);
  await nora.page
    .getByLabel(words.addLabel, { exact: true })
    .last()
    .setInputFiles(await noise('night.png', 40));
  await nora.page.getByRole('button', { name: words.openPicture(1, 1) }).click();
  await expect(nora.page.getByText(box.noComments)).toBeVisible();

  const { me } = await ben.ask<{ me: { id: string } }>('{ me { id } }');
  await nora.ask('mutation ($input: ShareAlbumInput!) { shareAlbum(input: $input) { userErrors { code } } }', {
    input: { albumId, userIds: [me.id] },
  });
  await arrive(ben.page, '/albums');
  await ben.page.getByRole('link', { name: 'Une soirée' }).click();
  await ben.page.getByRole('button', { name: words.openPicture(1, 1) }).click();
  await expect(ben.page.getByRole('button', { name: box.takeOut })).toHaveCount(0);
  await ben.page.getByLabel(box.comment).fill('Quelle lumière !');
  await ben.page.getByRole('button', { name: box.send, exact: true }).click();
  await expect(ben.page.getByRole('listitem').filter({ hasText: 'Quelle lumière !' })).toBeVisible();
  await expect(nora.page.getByRole('listitem').filter({ hasText: 'Quelle lumière !' })).toContainText('Ben Sommer');
});
