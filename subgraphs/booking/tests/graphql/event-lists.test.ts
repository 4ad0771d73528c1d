// Lists of events over the wire: pages, few queries, and the calendars of those who go.
import { expect, test } from 'vitest';
import type { Asker } from '../../src/domain/asker.js';
import type { Whatever } from '../lab/answer.js';
import { eventsIn, someone } from '../lab/graph-events.js';
import { openGraph } from '../lab/open-graph.js';

const queries: string[] = [];
const graph = openGraph({ onQuery: (sql) => queries.push(sql) });
const { key, publish, join, spend } = eventsIn(graph);

test('my events in pages, both ways; a cursor is nobody else’s', async () => {
  const host = someone();
  for (const day of [3, 1, 2]) await publish(host, { title: `Day ${day}`, startsAt: `2026-11-2${day}T12:00:00.000Z` });
  const page = `query ($first: Int, $last: Int, $after: String, $before: String) {
    myEvents(first: $first, last: $last, after: $after, before: $before) {
      edges { node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;
  const ask = async (variables: object, who = host) => graph().ask(who, page, variables);
  const titles = ({ data }: Whatever) => data.myEvents.edges.map(({ node }: Whatever) => node.title);
  const first = await ask({ first: 2 });
  expect(titles(first)).toEqual(['Day 1', 'Day 2']);
  const { endCursor } = first.data?.myEvents.pageInfo ?? {};
  expect(titles(await ask({ first: 2, after: endCursor }))).toEqual(['Day 3']);
  const last = await ask({ last: 1 });
  expect(titles(last)).toEqual(['Day 3']);
  expect(titles(await ask({ last: 5, before: last.data?.myEvents.pageInfo.startCursor }))).toEqual(['Day 1', 'Day 2']);
  expect((await ask({ first: 2, after: endCursor }, someone())).errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
});

/** Statements about events: relay and sweeps, which look at other tables, go on beside. */
const EVENTS =
  /\b(events|event_participants|event_tasks|event_invitations|event_settlements|expenses|expense_shares)\b/;

test('a page of twenty events with everything on it takes no more queries than a page of one', async () => {
  const host = someone();
  const page = `query ($first: Int!) { myEvents(first: $first) { edges { node {
    viewerRsvp goingCount waitlistCount participants(first: 5) { edges { node { rsvp user { id } } } }
    tasks { title } taskProgress expenses(first: 5) { edges { node { title shares { amount { decimal } } } } }
    balances { amount { decimal } } settlementPlan { amount { decimal } } settlements { id }
    invitations(first: 5) { edges { node { email } } } } } } }`;
  const count = async (first: number) => {
    queries.length = 0;
    const { data, errors } = await graph().ask(host, page, { first });
    expect(errors).toBeUndefined();
    expect(data?.myEvents.edges).toHaveLength(first);
    return queries.filter((sql) => EVENTS.test(sql)).length;
  };
  for (let n = 0; n < 20; n += 1) {
    const id = await publish(host);
    await spend(host, id, [host]);
    await graph().run(host, 'addEventTask', { eventId: id, title: 'x', idempotencyKey: key() }, 'task { id }');
  }
  const [one, twenty] = [await count(1), await count(20)];
  expect(twenty).toBe(one);
  // The page, and one for each thing on it.
  expect(twenty).toBe(10);
});

test('events stand in the calendars of those who go, live, and keep them free', async () => {
  const query = `{ calendar(from: "2026-12-01T00:00:00Z", to: "2026-12-31T00:00:00Z") { id kind title event { id } } }`;
  const entries = async (who: Asker) => (await graph().ask(who, query)).data?.calendar;
  const [ada, dan] = [someone(), someone()];
  const id = await publish(ada, { startsAt: '2026-12-05T10:00:00.000Z', endsAt: '2026-12-05T12:00:00.000Z' });
  const entry = { id, kind: 'EVENT', title: 'Picnic', event: { id } };
  await join(id, ada, dan);
  expect([await entries(ada), await entries(dan)]).toEqual([[entry], []]);
  const news = 'subscription ($after: ID) { calendarChanged(after: $after) { kind itemId entry { title } } }';
  const ear = graph().listen(dan, news);
  // Said until it is heard: a subscription begins when it begins.
  for (let n = 0; ear.events.length === 0; n += 1) {
    await graph().run(dan, 'rsvpEvent', { eventId: id, answer: n % 2 === 0 ? 'GOING' : 'DECLINED' }, 'event { id }');
    await ear.heard(1, 300).catch(() => undefined);
    if (n > 20) throw new Error('nothing was heard');
  }
  await graph().run(dan, 'rsvpEvent', { eventId: id, answer: 'MAYBE' }, 'event { id }');
  expect(await entries(dan)).toEqual([entry]);
  await graph().run(ada, 'cancelEvent', { eventId: id }, 'event { status }');
  await ear.until(({ events }) => (events.at(-1) as Whatever)?.entry === null);
  expect(ear.events[0]).toMatchObject({ kind: 'EVENT', itemId: id });
  ear.leave();
  expect([await entries(ada), await entries(dan)]).toEqual([[], []]);
});
