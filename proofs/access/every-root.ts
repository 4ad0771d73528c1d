// Every viewer at every root field: queries, mutations and subscriptions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveEvent, listen } from '../lab/listen.js';
import { type RootRow, rootRows, type ViewerName, viewers } from './matrix.js';
import { rooms, tableOf } from './rooms/all.js';
import { type Staged, signInAgain, variablesIn } from './stage.js';
import { tryRoot } from './try-root.js';

/** Some fields end sessions: before and after them everybody signs in anew. */
const endsSessions = rooms.flatMap((room) => room.endsSessions ?? []);

/** Some fields end what others need, so they are tried after everything else, in this order. */
const endings = rooms.flatMap((room) => room.endings ?? []);
const spoken = rootRows.filter(({ operation }) => operation !== 'Subscription');
const streamed = rootRows.filter(({ operation }) => operation === 'Subscription');

const denials = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', ...rooms.flatMap((room) => room.denials ?? [])];
const streams = tableOf('streams');

export function everyRoot(staged: Staged): void {
  describe.each(spoken.filter(({ field }) => !endings.includes(field)))('$operation $field', (row) =>
    everyViewerAt(staged, row),
  );
  describe.each(streamed)('Subscription $field', (row) => everyViewerHears(staged, row));
  const last = endings.flatMap((ending) => spoken.filter(({ field }) => field === ending));
  describe.each(last)('$operation $field', (row) => everyViewerAt(staged, row));
}

/** Some wait until their moment has come. */
const timeout = 90_000;

function everyViewerAt(staged: Staged, row: RootRow): void {
  freshSessions(staged, row);
  const tryAs = async (viewer: ViewerName) => {
    const { isAdmitted, codes } = await tryRoot(staged.now, row, staged.now.people[viewer]);
    expect(isAdmitted, codes.join()).toBe(row.admits.includes(viewer));
    for (const code of codes) expect(denials).toContain(code);
    if (viewer === 'anonymous' && !isAdmitted && row.operation === 'Mutation')
      expect(codes).toEqual(['UNAUTHENTICATED']);
  };
  // Who is refused changes nothing, and so do queries: those go at once. What changes something goes in turn, after them.
  const inTurn = viewers.filter((viewer) => row.operation === 'Mutation' && row.admits.includes(viewer));
  test.concurrent.each(viewers.filter((viewer) => !inTurn.includes(viewer)))('as %s', { timeout }, tryAs);
  test.each(inTurn)('as %s', { timeout }, tryAs);
}

function freshSessions(staged: Staged, { field }: RootRow): void {
  if (!endsSessions.includes(field)) return;
  const signIn = async () => {
    staged.now = await signInAgain(staged.now);
  };
  beforeAll(signIn);
  afterAll(signIn);
}

function everyViewerHears(staged: Staged, { field, admits }: RootRow): void {
  test.each(viewers)('as %s', async (viewer) => {
    const stream = streams[field];
    if (!stream) throw new Error(`no sample of Subscription.${field}`);
    const stage = staged.now;
    const person = stage.people[viewer];
    const variables = variablesIn(stream.document, stage.ids);
    const { document } = stream;
    const ear = listen<LiveEvent>(person ?? stage.owner, { document, variables, isAnonymous: !person });
    await ear.settled(() => stream.stir(stage, person));
    expect(ear.events.length > 0).toBe(admits.includes(viewer));
    if (!admits.includes(viewer)) expect(JSON.stringify(ear.endings)).toMatch(/UNAUTHENTICATED|NOT_FOUND/);
    ear.leave();
  });
}
