// Two people talk at two browsers: what one does, the other sees without a reload.
import { chatWords } from '@/pages/chat/chat-words';
import { conversationWords } from '@/pages/chat/conversation-words';
import { roomWords } from '@/pages/chat/room-words';
import { arrive } from '../lab/arrive';
import { idOf, openDirectRoom, sendMessage } from '../lab/chat';
import { speak } from '../lab/speak';
import { expect, test } from '../lab/test';

test.beforeEach(({ language }) => speak(language));

test('two people talk: unread, typing, a reaction, a thread', async ({ newcomer, language, isPhone }) => {
  const list = chatWords[language];
  const say = conversationWords[language];
  const nora = await newcomer('Nora Lind');
  const liv = await newcomer('Liv Berg');
  const room = await openDirectRoom(nora, await idOf(liv));
  await Promise.all([arrive(nora.page, `/chat/${room}`), arrive(liv.page, '/chat')]);

  // Liv looks at her list: the room is there, and counts what is unread.
  const row = liv.page.getByRole('link', { name: /Nora Lind/ });
  await expect(row).toBeVisible();
  const box = nora.page.getByRole('textbox', { name: say.write });
  await box.fill('Hello https://example.org/walk.');
  await box.press('Enter');
  await expect(row.getByRole('img', { name: list.unread(1) })).toBeVisible();
  await row.click();
  const heard = liv.page.getByRole('log');
  await expect(heard.getByText('Hello')).toBeVisible();
  await expect(heard.getByRole('link')).toHaveAttribute('href', 'https://example.org/walk');
  await expect(heard.getByText(say.unreadFromHere)).toBeVisible();
  if (isPhone) await liv.page.getByRole('link', { name: list.back }).click();
  await expect(row).toBeVisible();
  await expect(row.getByRole('img', { name: list.unread(1) })).toHaveCount(0);
  if (isPhone) await row.click();

  // Liv types, and writes.
  const answer = liv.page.getByRole('textbox', { name: say.write });
  await answer.pressSequentially('Shall we?');
  const typing = nora.page.getByText(say.typing('Liv Berg', true));
  await expect(typing).toBeVisible();
  await answer.press('Enter');
  const seen = nora.page.getByRole('log').getByRole('article', { name: 'Shall we?' });
  await expect(seen).toBeVisible();
  await expect(typing).toHaveCount(0);

  // Nora reacts by keyboard; Liv joins in, and takes it back.
  await seen.getByRole('button', { name: say.react, exact: true }).press('Enter');
  await nora.page.keyboard.press('ArrowRight');
  await nora.page.keyboard.press('Enter');
  const heart = (count: number) => ({ name: say.reacted('❤️', count) });
  await liv.page.getByRole('button', heart(1)).click();
  await expect(nora.page.getByRole('button', heart(2))).toBeVisible();
  await liv.page.getByRole('button', heart(2)).click();
  await expect(nora.page.getByRole('button', heart(1))).toBeVisible();

  // A thread under Liv's message.
  await seen.getByRole('button', { name: say.reply, exact: true }).click();
  const reply = nora.page.getByRole('textbox', { name: say.writeReply });
  await reply.fill('At nine.');
  await reply.press('Enter');
  await liv.page.getByRole('button', { name: say.replies(1) }).click();
  const thread = liv.page.getByRole('complementary');
  await expect(thread.getByText('At nine.')).toBeVisible();
  await liv.page.getByRole('textbox', { name: say.writeReply }).fill('Fine.');
  await liv.page.getByRole('button', { name: say.send }).last().click();
  await expect(nora.page.getByRole('complementary').getByText('Fine.')).toBeVisible();
});

test('a group: begun, renamed, and one member is out', async ({ newcomer, language }) => {
  const list = chatWords[language];
  const say = roomWords[language];
  const nora = await newcomer('Nora Lind');
  const liv = await newcomer('Liv Solberg');
  const { createRoom } = await nora.ask<{ createRoom: { room: { id: string } } }>(
    'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } userErrors { code } } }',
    { input: { idempotencyKey: crypto.randomUUID(), title: 'Sunday', memberIds: [await idOf(liv)] } },
  );
  const path = `/chat/${createRoom.room.id}`;
  await Promise.all([arrive(nora.page, path), arrive(liv.page, path)]);
  await nora.page.getByRole('button', { name: conversationWords[language].details }).click();
  const details = nora.page.getByRole('dialog', { name: say.details });
  await details.getByLabel(say.title).fill('Sunday walks');
  await details.getByRole('button', { name: say.rename }).click();
  await expect(liv.page.getByRole('heading', { name: 'Sunday walks' })).toBeVisible();
  await details.getByRole('button', { name: say.removeMember('Liv Solberg') }).click();
  await nora.page.getByRole('button', { name: say.remove, exact: true }).last().click();
  await expect(liv.page.getByText(list.gone)).toBeVisible();
  await liv.page.getByRole('link', { name: list.back }).click();
  await expect(liv.page.getByText(list.noRooms)).toBeVisible();
});

test('a long conversation opens where one had stopped reading, and loads what is older on the way up', async ({
  newcomer,
  language,
}) => {
  const say = conversationWords[language];
  const nora = await newcomer('Nora Lind');
  const liv = await newcomer('Liv Berg');
  const room = await openDirectRoom(nora, await idOf(liv));
  for (let at = 1; at <= 100; at++) await sendMessage(nora, room, `Message ${at}`);
  await arrive(liv.page, `/chat/${room}`);
  const log = liv.page.getByRole('log');
  await expect(log.getByText(say.unreadFromHere)).toBeInViewport();
  await expect(log.getByText('Message 1', { exact: true })).toBeInViewport();
  await sendMessage(nora, room, 'Are you there?');
  await liv.page.getByRole('button', { name: say.newBelow(1) }).click();
  await expect(log.getByText('Are you there?')).toBeInViewport();
  // Read to the end now: who comes again begins there, with only the newest loaded.
  const unread = 'query ($id: ID!) { room(id: $id) { unreadCount } }';
  await expect.poll(() => liv.ask(unread, { id: room })).toEqual({ room: { unreadCount: 0 } });
  await arrive(liv.page, `/chat/${room}`);
  await expect(log.getByText('Are you there?')).toBeInViewport();
  await expect(log.getByText('Message 1', { exact: true })).toHaveCount(0);
  const oldest = log.getByText(/^Message \d+$/).first();
  // In one step: older messages may be on their way already, and be there between two.
  const toTop = () =>
    log.evaluate((element) => {
      const texts = [...element.querySelectorAll('p')].map(({ textContent }) => textContent ?? '');
      element.scrollTo({ top: 0 });
      return texts.find((text) => /^Message \d+$/.test(text)) ?? '';
    });
  const before = await toTop();
  await expect(oldest).not.toHaveText(before);
  // What one looked at stays where it was: what came before it is above.
  await expect(log.getByText(before, { exact: true })).toBeInViewport();
  await expect(async () => {
    await toTop();
    await expect(log.getByText('Message 1', { exact: true })).toBeAttached({ timeout: 1_000 });
  }).toPass();
  const texts = await log.getByText(/^Message \d+$/).allTextContents();
  expect(texts).toEqual(Array.from({ length: 100 }, (_, at) => `Message ${at + 1}`));
});
