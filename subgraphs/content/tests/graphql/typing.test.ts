// Typing: seen by the others, never by oneself, cleared within six seconds, and not replayed.
import { expect, test } from 'vitest';
import type { Asker } from '../../src/data/asker.js';
import type { Whatever } from '../lab/answer.js';
import { openGraph } from '../lab/open-graph.js';
import { person } from '../lab/open-lab.js';
import { createGroup, removeMember, run, send } from '../lab/operations.js';

const graph = openGraph();
const LISTEN =
  'subscription ($roomId: ID!) { typingChanged(roomId: $roomId) { eventId occurredAt isTyping user { id } } }';
const type = (who: Asker, roomId: string, isTyping: boolean) =>
  run(graph(), who, 'setTyping', { roomId, isTyping }, 'room { id }');
const shown = ({ user, isTyping }: Whatever) => [user.id, isTyping];

test('a snapshot at the start, then each change, but not one’s own; and it clears by itself', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  await type(ada, roomId, true);
  await type(ben, roomId, true);
  const began = Date.now();
  const ear = graph().listen(ben, LISTEN, { roomId });
  await ear.heard(1);
  expect(ear.events.map(shown)).toEqual([[ada.id, true]]);
  await type(ada, roomId, false);
  await ear.heard(2, 1_000);
  await type(ada, roomId, true);
  await ear.heard(3, 1_000);
  await ear.heard(4, 6_000);
  expect(ear.events.map(shown)).toEqual([
    [ada.id, true],
    [ada.id, false],
    [ada.id, true],
    [ada.id, false],
  ]);
  expect(Date.now() - began).toBeGreaterThan(4_500);
  const late = graph().listen(ben, LISTEN, { roomId });
  await type(ada, roomId, true);
  await late.heard(1);
  expect(late.events.map(shown)).toEqual([[ada.id, true]]);
}, 15_000);

test('typing again prolongs it silently; sending ends it', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  const ear = graph().listen(ben, LISTEN, { roomId });
  for (let n = 0; n < 3; n += 1) await type(ada, roomId, true);
  await ear.heard(1);
  await send(graph(), ada, roomId, 'done');
  await ear.heard(2, 1_000);
  expect(ear.events.map(shown)).toEqual([
    [ada.id, true],
    [ada.id, false],
  ]);
});

test('a removed member hears nothing more, and a stranger nothing at all', async () => {
  const [ada, ben] = [person(), person()];
  const roomId = await createGroup(graph(), ada, [ben]);
  await type(ada, roomId, true);
  const ear = graph().listen(ben, LISTEN, { roomId });
  await ear.heard(1);
  await removeMember(graph(), ada, roomId, ben.id);
  await type(ada, roomId, false);
  await ear.until(({ endings }) => endings.length > 0);
  expect([ear.events.length, ear.endings]).toEqual([1, ['MEMBERSHIP_ENDED']]);
  const stranger = graph().listen(person(), LISTEN, { roomId });
  await stranger.until(({ endings }) => endings.length > 0);
  expect([stranger.events, stranger.endings]).toEqual([[], ['NOT_FOUND']]);
});
