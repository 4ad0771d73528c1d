// The MongoDB outbox and inbox: the same promises as in PostgreSQL, kept with leases and conflicts instead of locks.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEvent } from '../outbox/event.js';
import { appendToOutbox, ensureOutbox, mongoOutbox, recordApplied } from '../stores/mongo-outbox.js';
import { note, noteOf } from './lab/events.js';
import { type MongoLab, openMongo } from './lab/mongo.js';

let lab: MongoLab;
beforeAll(async () => {
  lab = await openMongo();
  await ensureOutbox(lab.connection);
  await ensureOutbox(lab.connection);
});
afterAll(() => lab.close());
beforeEach(async () => {
  for (const name of ['outbox', 'outbox_lease', 'inbox', 'effect'])
    await lab.connection.collection(name).deleteMany({});
});

const append = (...events: OutboxEvent[]) =>
  lab.inTransaction((session) => appendToOutbox(lab.connection, session, events));

async function drained(limit = 200, source = mongoOutbox(lab.connection)): Promise<string[]> {
  const notes: string[] = [];
  while ((await source.drain(async (events) => void notes.push(...events.map(noteOf)), limit)) > 0);
  return notes;
}

describe('what is appended', () => {
  it('arrives whole, in order, once', async () => {
    const event = note('é "quoted" 😀', 'key', new Date('2026-01-02T03:04:05.678Z'));
    await append(event, note('2'));
    await append(note('3'));
    const source = mongoOutbox(lab.connection);
    const seen: OutboxEvent[] = [];
    expect(await source.drain(async (events) => void seen.push(...events), 2)).toBe(2);
    expect(seen).toEqual([event, expect.objectContaining({ payload: { note: '2' } })]);
    expect(await drained(200, source)).toEqual(['3']);
  });

  it('is refused outside a transaction, and gone when its transaction is', async () => {
    await lab.connection.withSession(async (session) => {
      await expect(appendToOutbox(lab.connection, session, [note('1')])).rejects.toThrow('inside the transaction');
      await expect(recordApplied(lab.connection, session, 'r', 'e')).rejects.toThrow('inside the transaction');
    });
    const failing = lab.inTransaction(async (session) => {
      await appendToOutbox(lab.connection, session, [note('never')]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await drained()).toEqual([]);
  });

  it('16 writers and a reader at work: 800 events, none lost, none repeated, each key in order', async () => {
    let areWriting = true;
    const notes: string[] = [];
    const source = mongoOutbox(lab.connection);
    const reading = (async () => {
      while (areWriting) notes.push(...(await drained(200, source)));
      notes.push(...(await drained(200, source)));
    })();
    const each = Array.from({ length: 50 }, (_, n) => n);
    const writers = Array.from({ length: 16 }, (_, n) => n);
    await Promise.all(
      writers.map(async (writer) => {
        for (const n of each) await append(note(`${writer}:${n}`, `key ${writer}`));
      }),
    );
    areWriting = false;
    await reading;
    expect(notes).toHaveLength(800);
    for (const writer of writers) {
      expect(notes.filter((text) => text.startsWith(`${writer}:`))).toEqual(each.map((n) => `${writer}:${n}`));
    }
  });
});

describe('a relay that fails or has company', () => {
  it('a crash between publishing and marking publishes again', async () => {
    await append(note('1'), note('2'));
    const source = mongoOutbox(lab.connection);
    const crash = source.drain(async () => {
      throw new Error('the relay died');
    }, 200);
    await expect(crash).rejects.toThrow('the relay died');
    expect(await drained(200, source)).toEqual(['1', '2']);
  });

  it('a second relay gets nothing while the first holds the lease, and everything when that ran out', async () => {
    await append(note('1'));
    const first = mongoOutbox(lab.connection);
    const second = mongoOutbox(await lab.another());
    const meanwhile: number[] = [];
    await first.drain(async () => void meanwhile.push(await second.drain(async () => {}, 200)), 200);
    expect(meanwhile).toEqual([0]);
    await append(note('2'));
    expect(await drained(200, second)).toEqual([]);
    await lab.connection.collection('outbox_lease').updateOne({}, { $set: { until: new Date(Date.now() - 1) } });
    expect(await drained(200, second)).toEqual(['2']);
    expect(await drained(200, first)).toEqual([]);
  });

  it('rewinds to a moment', async () => {
    await append(note('old', 'a', new Date('2026-01-01')), note('new', 'a', new Date('2026-01-03')));
    const source = mongoOutbox(lab.connection);
    await drained(200, source);
    await source.rewind(new Date('2026-01-02'));
    expect(await drained(200, source)).toEqual(['new']);
  });

  it('has MongoDB remove what was published 7 days ago and what was applied 14 days ago', async () => {
    const lifetimes = async (name: string) =>
      (await lab.connection.collection(name).indexes()).flatMap(({ key, expireAfterSeconds }) =>
        expireAfterSeconds === undefined ? [] : [[Object.keys(key).join(), expireAfterSeconds / 86_400]],
      );
    expect(await lifetimes('outbox')).toEqual([['publishedAt', 7]]);
    expect(await lifetimes('inbox')).toEqual([['appliedAt', 14]]);
  });
});

describe('the inbox', () => {
  const apply = (eventId: string, reaction = 'count') =>
    lab.inTransaction(async (session) => {
      const isNew = await recordApplied(lab.connection, session, reaction, eventId);
      if (isNew) await lab.connection.collection('effect').insertOne({ reaction }, { session });
      return isNew;
    });

  it('lets each reaction apply an event once, however many try at the same time', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply('event')));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await apply('event', 'another')).toBe(true);
    expect(await apply('event')).toBe(false);
    expect(await lab.connection.collection('effect').countDocuments()).toBe(2);
  });

  it('forgets an application that was rolled back', async () => {
    const crash = lab.inTransaction(async (session) => {
      await recordApplied(lab.connection, session, 'count', 'event');
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await apply('event')).toBe(true);
  });
});
