// Every viewer at every root field: queries, mutations and subscriptions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { type RootRow, rootRows, viewers } from './matrix.js';
import { rooms, tableOf } from './rooms/all.js';
import { type Stage, setStage, signInAgain, variablesIn } from './stage.js';
import { tryRoot } from './try-root.js';

const world = openWorld();
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(world.current);
}, 60_000);

/** Some fields end sessions: before and after them everybody signs in anew. */
const endsSessions = rooms.flatMap((room) => room.endsSessions ?? []);

function freshSessions({ field }: { field: string }): void {
  if (!endsSessions.includes(field)) return;
  const signIn = async () => {
    stage = await signInAgain(stage);
  };
  beforeAll(signIn);
  afterAll(signIn);
}

/** Some fields end what others need, so they are tried after everything else. */
const endings = rooms.flatMap((room) => room.endings ?? []);
const isEnding = ({ field }: { field: string }) => endings.includes(field);
const spoken = rootRows.filter(({ operation }) => operation !== 'Subscription');

const denials = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', ...rooms.flatMap((room) => room.denials ?? [])];

function everyViewerAt(row: RootRow): void {
  freshSessions(row);
  test.each(viewers)('as %s', async (viewer) => {
    const { isAdmitted, codes } = await tryRoot(stage, row, stage.people[viewer]);
    expect(isAdmitted, codes.join()).toBe(row.admits.includes(viewer));
    for (const code of codes) expect(denials).toContain(code);
    if (viewer === 'anonymous' && !isAdmitted && row.operation === 'Mutation')
      expect(codes).toEqual(['UNAUTHENTICATED']);
  });
}

describe.each(spoken.filter((row) => !isEnding(row)))('$operation $field', everyViewerAt);

const streams = tableOf('streams');

describe.each(rootRows.filter(({ operation }) => operation === 'Subscription'))(
  'Subscription $field',
  ({ field, admits }) => {
    test.each(viewers)('as %s', async (viewer) => {
      const stream = streams[field];
      if (!stream) throw new Error(`no sample of Subscription.${field}`);
      const person = stage.people[viewer];
      const variables = variablesIn(stream.document, stage.ids);
      const ear = listen<LiveEvent>(person ?? stage.owner, {
        document: stream.document,
        variables,
        isAnonymous: !person,
      });
      await ear.settled(() => stream.stir(stage, person));
      expect(ear.events.length > 0).toBe(admits.includes(viewer));
      if (!admits.includes(viewer)) expect(JSON.stringify(ear.endings)).toMatch(/UNAUTHENTICATED|NOT_FOUND/);
      ear.leave();
    });
  },
);

describe.each(spoken.filter(isEnding))('$operation $field', everyViewerAt);
