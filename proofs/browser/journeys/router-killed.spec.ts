// The router is killed and comes back under an open chat: the page says so and recovers by itself; nothing that was written
// meanwhile is lost, nothing comes twice, and the order is kept.
import { conversationWords } from '@/pages/chat/conversation-words';
import { stateWords } from '@/ui/state-words';
import { arrive } from '../lab/arrive';
import { idOf, openDirectRoom } from '../lab/chat';
import { type OwnWorld, openOwnWorld } from '../lab/own-world';
import { expect, type Seat, test } from '../lab/test';

let world: OwnWorld;
test.beforeAll(async () => {
  world = await openOwnWorld({ subgraphs: ['users', 'content', 'media'] });
});
test.afterAll(() => world.stop());

const MESSAGE = /^(Nora|Liv) \d+$/;
const shown = ({ page }: Seat) => page.getByRole('log').getByText(MESSAGE).allTextContents();

test('a killed router costs nothing that was said', async ({ newcomer, language }) => {
  test.setTimeout(180_000);
  const say = conversationWords[language];
  const [nora, liv] = [
    await newcomer('Nora Lind', { baseURL: world.origin }),
    await newcomer('Liv Berg', { baseURL: world.origin }),
  ];
  const room = await openDirectRoom(nora, await idOf(liv));
  await Promise.all([arrive(nora.page, `/chat/${room}`), arrive(liv.page, `/chat/${room}`)]);
  const write = async ({ page }: Seat, text: string) => {
    const box = page.getByRole('textbox', { name: say.write });
    await box.fill(text);
    await box.press('Enter');
  };
  await write(nora, 'Nora 1');
  await expect.poll(() => shown(liv)).toEqual(['Nora 1']);
  await write(liv, 'Liv 1');
  await expect.poll(() => shown(nora)).toEqual(['Nora 1', 'Liv 1']);

  // Both write on while nobody answers.
  const sockets = Promise.all([nora, liv].map(({ page }) => page.waitForEvent('websocket')));
  world.child('router').kill('SIGKILL');
  for (const at of [2, 3, 4]) await write(nora, `Nora ${at}`);
  for (const at of [2, 3]) await write(liv, `Liv ${at}`);
  expect(await shown(nora)).toEqual(['Nora 1', 'Liv 1', 'Nora 2', 'Nora 3', 'Nora 4']);
  // The page says so. A router that is back before a person would notice is killed once more.
  const notice = nora.page.getByText(stateWords[language].reconnecting);
  await expect(async () => {
    world.child('router').kill('SIGKILL');
    await expect(notice).toBeVisible({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
  await sockets;

  // It comes back by itself, and so does the chat.
  const unsent = (seat: Seat) =>
    seat.page.locator('article').filter({ hasText: new RegExp(`${say.sending}|${say.waiting}|${say.failed}`) });
  for (const seat of [nora, liv]) await expect(unsent(seat)).toHaveCount(0, { timeout: 60_000 });
  await expect.poll(async () => (await shown(nora)).length, { timeout: 30_000 }).toBe(7);
  await expect.poll(() => shown(liv), { timeout: 30_000 }).toEqual(await shown(nora));
  const all = await shown(nora);
  expect(all.filter((text) => text.startsWith('Nora'))).toEqual(['Nora 1', 'Nora 2', 'Nora 3', 'Nora 4']);
  expect(all.filter((text) => text.startsWith('Liv'))).toEqual(['Liv 1', 'Liv 2', 'Liv 3']);

  // What the server keeps is what they see, and the live updates go on.
  const query = 'query ($id: ID!) { room(id: $id) { messages(first: 100) { edges { node { body } } } } }';
  const kept = await nora.ask<{ room: { messages: { edges: { node: { body: string } }[] } } }>(query, { id: room });
  expect(kept.room.messages.edges.map(({ node }) => node.body)).toEqual(all);
  await write(liv, 'Liv 4');
  await expect.poll(() => shown(nora)).toEqual([...all, 'Liv 4']);
  await expect(notice).toHaveCount(0);
});
