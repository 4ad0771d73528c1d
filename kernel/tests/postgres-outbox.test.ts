// The PostgreSQL outbox: nothing committed is lost or overtaken, whoever writes, reads or dies at the same time.
import { proofSize } from '@mosaic/embedded/proof-size';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEvent } from '../outbox/event.js';
import { appendToOutbox, postgresOutbox, recordApplied } from '../stores/postgres-outbox.js';
import { note, noteOf } from './lab/events.js';
import { openPostgres, type PostgresLab } from './lab/postgres.js';

let lab: PostgresLab;
beforeAll(async () => {
  lab = await openPostgres();
});
afterAll(() => lab.close());
beforeEach(() => lab.em.execute('truncate outbox, inbox, effect restart identity'));

const append = (...events: OutboxEvent[]) => lab.em.transactional((tx) => appendToOutbox(tx, events));

/** Everything that a reader gets until it is told that there is no more. */
async function drained(limit = 200): Promise<string[]> {
  const notes: string[] = [];
  const source = postgresOutbox(lab.em);
  while ((await source.drain(async (events) => void notes.push(...events.map(noteOf)), limit)) > 0);
  return notes;
}

/** Two transactions on one pair of rows: `first` takes its seq first and commits last. */
async function overtake(afterSecondCommits: () => Promise<unknown>): Promise<void> {
  let secondIsDone = () => {};
  const second = new Promise<void>((resolve) => {
    secondIsDone = resolve;
  });
  let firstHasAppended = () => {};
  const appended = new Promise<void>((resolve) => {
    firstHasAppended = resolve;
  });
  const first = lab.em.fork().transactional(async (tx) => {
    await appendToOutbox(tx, [note('first')]);
    firstHasAppended();
    await second;
  });
  await appended;
  await append(note('second'));
  await afterSecondCommits();
  secondIsDone();
  await first;
}

describe('what is appended', () => {
  it('arrives whole, in order, once', async () => {
    const event = note('é "quoted" \\ 😀', 'key', new Date('2026-01-02T03:04:05.678Z'));
    await append(event, note('2'));
    await append(note('3'));
    const seen: OutboxEvent[] = [];
    expect(await postgresOutbox(lab.em).drain(async (events) => void seen.push(...events), 200)).toBe(3);
    expect(seen[0]).toEqual(event);
    expect(seen.map(noteOf)).toEqual(['é "quoted" \\ 😀', '2', '3']);
    expect(await drained()).toEqual([]);
  });

  it('is refused outside a transaction', async () => {
    await expect(appendToOutbox(lab.em, [note('1')])).rejects.toThrow('inside the transaction');
    await expect(recordApplied(lab.em, 'reaction', note('1').id)).rejects.toThrow('inside the transaction');
  });

  it('is gone when its transaction is', async () => {
    const failing = lab.em.transactional(async (tx) => {
      await appendToOutbox(tx, [note('never')]);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await drained()).toEqual([]);
  });
});

describe('writers that overtake each other', () => {
  it('negative control: a reader that moves a cursor along seq loses the slow one', async () => {
    const notes: string[] = [];
    let cursor = '0';
    const naiveRead = async () => {
      const rows = await lab.em.execute<{ seq: string; payload: { note: string } }[]>(
        'select seq, payload from outbox where seq > ? order by seq',
        [cursor],
      );
      notes.push(...rows.map(({ payload }) => payload.note));
      cursor = rows.at(-1)?.seq ?? cursor;
    };
    await overtake(naiveRead);
    await naiveRead();
    expect(notes).toEqual(['second']);
  });

  it('the guarded reader waits for the slow one and keeps the order', async () => {
    const early: string[] = [];
    await overtake(async () => early.push(...(await drained())));
    expect(early).toEqual([]);
    expect(await drained()).toEqual(['first', 'second']);
  });

  it('keeps the order of one key when the older transaction appends last, also across batches', async () => {
    let go = () => {};
    const mayAppend = new Promise<void>((resolve) => {
      go = resolve;
    });
    let started = () => {};
    const hasStarted = new Promise<void>((resolve) => {
      started = resolve;
    });
    const older = lab.em.fork().transactional(async (tx) => {
      await tx.execute("insert into effect values ('this takes the lower xid')");
      started();
      await mayAppend;
      await appendToOutbox(tx, [note('2')]);
    });
    await hasStarted;
    await append(note('1'));
    go();
    await older;
    expect(await drained(1)).toEqual(['1', '2']);
  });

  const each = proofSize({ full: 125, quick: 30 });
  it(`32 writers of ${each} events and a reader at work: none lost, none repeated, each key in order`, async () => {
    const writers = 32;
    let areWriting = true;
    const notes: string[] = [];
    const reading = (async () => {
      while (areWriting) notes.push(...(await drained()));
      notes.push(...(await drained()));
    })();
    await Promise.all(
      Array.from({ length: writers }, async (_, writer) => {
        for (let n = 0; n < each; n += 1) {
          await lab.em.fork().transactional(async (tx) => {
            await appendToOutbox(tx, [note(`${writer}:${n}`, `key ${writer}`)]);
            if (n % 10 === writer % 10) await tx.execute('select pg_sleep(0.002)');
          });
        }
      }),
    );
    areWriting = false;
    await reading;
    expect(notes).toHaveLength(writers * each);
    for (let writer = 0; writer < writers; writer += 1) {
      const own = notes.filter((text) => text.startsWith(`${writer}:`));
      expect(own).toEqual(Array.from({ length: each }, (_, n) => `${writer}:${n}`));
    }
  }, 40_000);
});

describe('a relay that fails or has company', () => {
  it('a crash between publishing and committing publishes again', async () => {
    await append(note('1'), note('2'));
    const published: string[] = [];
    const crash = postgresOutbox(lab.em).drain(async (events) => {
      published.push(...events.map(noteOf));
      throw new Error('the relay died');
    }, 200);
    await expect(crash).rejects.toThrow('the relay died');
    expect([...published, ...(await drained())]).toEqual(['1', '2', '1', '2']);
  });

  it('a second relay gets nothing while the first is at work, and everything after the first died', async () => {
    await append(note('1'));
    const other = postgresOutbox(await lab.another());
    const meanwhile: number[] = [];
    const dying = postgresOutbox(lab.em).drain(async () => {
      meanwhile.push(await other.drain(async () => {}, 200));
      throw new Error('the first died');
    }, 200);
    await expect(dying).rejects.toThrow('the first died');
    expect(meanwhile).toEqual([0]);
    expect(await other.drain(async () => {}, 200)).toBe(1);
  });

  it('hands over at most a batch, oldest first', async () => {
    await append(note('1'), note('2'), note('3'));
    const batches: string[][] = [];
    const source = postgresOutbox(lab.em);
    while ((await source.drain(async (events) => void batches.push(events.map(noteOf)), 2)) > 0);
    expect(batches).toEqual([['1', '2'], ['3']]);
  });

  it('rewinds to a moment', async () => {
    await append(note('old', 'a', new Date('2026-01-01')), note('new', 'a', new Date('2026-01-03')));
    await drained();
    await postgresOutbox(lab.em).rewind(new Date('2026-01-02'));
    expect(await drained()).toEqual(['new']);
  });

  it('removes what was published 7 days ago, never what waits', async () => {
    await append(note('published long ago'), note('published lately'), note('waiting'));
    await lab.em.execute("update outbox set published_at = now() - interval '8 days' where seq = 1");
    await lab.em.execute("update outbox set published_at = now() - interval '6 days' where seq = 2");
    await lab.em.execute("update outbox set occurred_at = now() - interval '30 days' where seq = 3");
    expect(await drained()).toEqual(['waiting']);
    const left = await lab.em.execute<{ seq: string }[]>('select seq from outbox order by seq');
    expect(left.map(({ seq }) => seq)).toEqual(['2', '3']);
  });
});

describe('the inbox', () => {
  const apply = (eventId: string, reaction = 'count') =>
    lab.em.fork().transactional(async (tx) => {
      const isNew = await recordApplied(tx, reaction, eventId);
      if (isNew) await tx.execute('insert into effect values (?)', [reaction]);
      return isNew;
    });
  const effects = async () => (await lab.em.execute<object[]>('select note from effect')).length;

  it('lets each reaction apply an event once, however many try at the same time', async () => {
    const { id } = note('1');
    const answers = await Promise.all(Array.from({ length: 20 }, () => apply(id)));
    expect(answers.filter(Boolean)).toHaveLength(1);
    expect(await effects()).toBe(1);
    expect(await apply(id, 'another')).toBe(true);
    expect(await apply(id)).toBe(false);
  });

  it('forgets an application that was rolled back', async () => {
    const { id } = note('1');
    const crash = lab.em.transactional(async (tx) => {
      await recordApplied(tx, 'count', id);
      throw new Error('crash');
    });
    await expect(crash).rejects.toThrow('crash');
    expect(await apply(id)).toBe(true);
  });
});
