// I4: whatever people write is text, never markup, never a dangerous link.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { arrive } from './lab/arrive';
import { expect, test } from './lab/test';

const SCRIPT = '<img src=x onerror="window.struck=true"><script>window.struck=true</script>';
const LINKS = 'javascript:window.struck=true data:text/html,<script>struck=true</script> https://mosaic.example/ok';

/** What no text may become. */
async function expectInert(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    isStruck: 'struck' in window,
    images: document.querySelectorAll('[onerror]').length,
    scripts: document.querySelectorAll('script:not([src])').length,
    schemes: [...document.links].map(({ protocol }) => protocol).filter((scheme) => !/^https?:$/.test(scheme)),
  }));
  expect(found).toEqual({ isStruck: false, images: 0, scripts: 0, schemes: [] });
}

test('hostile text is shown as text on every page that shows it', async ({ newcomer }) => {
  const { page, ask } = await newcomer('Nora <b>Lind</b>');
  const { me } = await ask<{ me: { id: string; version: number } }>('{ me { id version } }');
  await ask('mutation($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }', {
    input: { bio: SCRIPT, expectedVersion: me.version },
  });
  await ask('mutation($input: CreatePostInput!) { createPost(input: $input) { userErrors { code } } }', {
    input: { body: `${SCRIPT} ${LINKS}`, idempotencyKey: randomUUID() },
  });
  const { createRoom } = await ask<{ createRoom: { room: { id: string } } }>(
    'mutation($input: CreateRoomInput!) { createRoom(input: $input) { room { id } userErrors { code } } }',
    { input: { title: SCRIPT.slice(0, 60), memberIds: [], idempotencyKey: randomUUID() } },
  );
  await ask('mutation($input: SendMessageInput!) { sendMessage(input: $input) { userErrors { code } } }', {
    input: { roomId: createRoom.room.id, body: `${SCRIPT} ${LINKS}`, clientMessageId: randomUUID() },
  });

  await arrive(page, `/people/${me.id}`);
  await expect(page.getByRole('heading', { name: 'Nora <b>Lind</b>' })).toBeVisible();
  await expect(page.getByText(SCRIPT).first()).toBeVisible();
  await expectInert(page);

  await arrive(page, '/');
  await expectInert(page);

  await arrive(page, `/chat/${createRoom.room.id}`);
  await expect(page.getByRole('log')).toContainText(SCRIPT);
  await expectInert(page);
});
