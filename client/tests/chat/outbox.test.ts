// Messages are sent in order, one at a time, under the same id until they arrive; what fails stays with what waits.
import { expect, test } from 'vitest';
import { type Draft, makeOutbox, type Posted } from '../../src/pages/chat/outbox';

/** A server whose answers come when the test says so. */
function desk() {
  const posted: string[] = [];
  const waiting: ((answer: Posted) => void)[] = [];
  const outbox = makeOutbox(({ clientMessageId }) => {
    posted.push(clientMessageId);
    return new Promise((resolve) => waiting.push(resolve));
  });
  const answer = async (next: Posted) => {
    waiting.shift()?.(next);
    await new Promise(setImmediate);
  };
  const states = () => outbox.inRoom('room').map(({ clientMessageId, state }) => `${clientMessageId} ${state}`);
  return { outbox, posted, answer, states };
}

const draft = (clientMessageId: string, roomId = 'room'): Draft => ({
  ...{ clientMessageId, roomId, body: clientMessageId, parentId: null, mediaIds: [] },
  writtenAt: '2026-11-21T10:00:00.000Z',
});

test('several are sent one after the other, in their order', async () => {
  const { outbox, posted, answer, states } = desk();
  for (const id of ['one', 'two', 'three']) outbox.add(draft(id));
  expect(states()).toEqual(['one sending', 'two waiting', 'three waiting']);
  await answer('sent');
  expect(states()).toEqual(['two sending', 'three waiting']);
  await answer('sent');
  await answer('sent');
  expect(states()).toEqual([]);
  expect(posted).toEqual(['one', 'two', 'three']);
});

test('what fails stays before what waits, and goes again under the same id', async () => {
  const { outbox, posted, answer, states } = desk();
  outbox.add(draft('one'));
  outbox.add(draft('two'));
  await answer('failed');
  expect(states()).toEqual(['one failed', 'two waiting']);
  outbox.again('room');
  expect(states()).toEqual(['one sending', 'two waiting']);
  await answer('sent');
  await answer('sent');
  expect(posted).toEqual(['one', 'one', 'two']);
  expect(states()).toEqual([]);
});

test('when the connection is back everything goes on by itself, in every room', async () => {
  const { outbox, posted, answer } = desk();
  outbox.add(draft('one'));
  outbox.add(draft('other', 'elsewhere'));
  await answer('failed');
  await answer('failed');
  outbox.recover();
  expect(posted).toEqual(['one', 'other', 'one', 'other']);
});

test('a connection that comes back while a try is still failing leads to another try', async () => {
  const { outbox, posted, answer, states } = desk();
  outbox.add(draft('one'));
  outbox.recover();
  await answer('failed');
  expect(states()).toEqual(['one sending']);
  expect(posted).toEqual(['one', 'one']);
});

test('what is refused says why and holds nothing up', async () => {
  const { outbox, answer, states } = desk();
  const refusal = { code: 'BAD_INPUT', message: 'No.', path: null, parameters: [] };
  outbox.add(draft('one'));
  outbox.add(draft('two'));
  await answer([refusal]);
  expect(states()).toEqual(['one refused', 'two sending']);
  expect(outbox.inRoom('room')[0]).toMatchObject({ refusals: [refusal] });
  outbox.drop('room', 'one');
  expect(states()).toEqual(['two sending']);
});

test('one that arrived though its answer was lost is not sent again', async () => {
  const { outbox, posted, answer, states } = desk();
  outbox.add(draft('one'));
  outbox.add(draft('two'));
  await answer('failed');
  outbox.drop('room', 'one');
  expect(states()).toEqual(['two sending']);
  await answer('sent');
  expect(posted).toEqual(['one', 'two']);
});

test('one that arrives live before its own answer is shown once, and the next one is sent', async () => {
  const { outbox, posted, answer, states } = desk();
  outbox.add(draft('one'));
  outbox.add(draft('two'));
  outbox.drop('room', 'one');
  expect(states()).toEqual(['two waiting']);
  await answer('sent');
  expect(states()).toEqual(['two sending']);
  expect(posted).toEqual(['one', 'two']);
});
