// Every viewer at every root field: queries, mutations and subscriptions.
import { beforeAll, describe, expect, test } from 'vitest';
import { send } from '../lab/chat.js';
import { type LiveEvent, listen } from '../lab/listen.js';
import { openWorld } from '../lab/open-world.js';
import { Person } from '../lab/person.js';
import { type RootRow, rootRows, viewers } from './matrix.js';
import { type Stage, setStage, signInAgain, watchedMonitor } from './stage.js';
import { tryRoot } from './try-root.js';

const world = openWorld();
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(world.current);
}, 60_000);

/** Some rows end sessions: each begins with everybody signed in anew. */
function freshSessions(): void {
  beforeAll(async () => {
    stage = await signInAgain(stage);
  });
}

/** Leaving is the last thing a member can do here, so it is tried after everything else. */
const isLeaving = ({ field }: { field: string }) => field === 'leaveRoom';
const spoken = rootRows.filter(({ operation }) => operation !== 'Subscription');

const DENIALS = /^(UNAUTHENTICATED|FORBIDDEN|NOT_FOUND|NOT_ROOM_OWNER)$/;

function everyViewerAt(row: RootRow): void {
  freshSessions();
  test.each(viewers)('as %s', async (viewer) => {
    const { isAdmitted, codes } = await tryRoot(stage, row, stage.people[viewer]);
    expect(isAdmitted, codes.join()).toBe(row.admits.includes(viewer));
    for (const code of codes) expect(code).toMatch(DENIALS);
    if (viewer === 'anonymous' && !isAdmitted && row.operation === 'Mutation')
      expect(codes).toEqual(['UNAUTHENTICATED']);
  });
}

describe.each(spoken.filter((row) => !isLeaving(row)))('$operation $field', everyViewerAt);

interface Stream {
  document: string;
  /** Makes the stream say something to whoever may hear it. */
  stir: (stage: Stage, listener: Person | null) => Promise<unknown>;
}

const setTyping = ({ owner, ids }: Stage) =>
  owner.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { userErrors { code } } }', {
    input: { roomId: ids['Room'], isTyping: true },
  });

/** The owner never hears themself typing: for them the member types. */
const typeFor = async (at: Stage, listener: Person | null) => {
  const typist = listener === at.owner ? at.people.member : at.owner;
  await setTyping({ ...at, owner: typist ?? at.owner });
};

const streams: Record<string, Stream> = {
  messageAdded: {
    document: 'subscription ($room: ID!) { messageAdded(roomId: $room) { eventId occurredAt } }',
    stir: ({ owner, ids }) => send(owner, ids['Room'] ?? '', 'stir'),
  },
  typingChanged: {
    document: 'subscription ($room: ID!) { typingChanged(roomId: $room) { eventId occurredAt } }',
    stir: typeFor,
  },
  inboxChanged: {
    document: 'subscription { inboxChanged { eventId occurredAt } }',
    stir: async (at, listener) =>
      listener?.ask('mutation ($input: OpenDirectRoomInput!) { openDirectRoom(input: $input) { room { id } } }', {
        input: { userId: (await Person.signUp(at.router, 'Contact')).id },
      }),
  },
  presenceChanged: {
    document: 'subscription ($user: ID!) { presenceChanged(userIds: [$user]) { eventId occurredAt } }',
    stir: async () => {},
  },
  alertChanged: {
    document: 'subscription { alertChanged { eventId occurredAt } }',
    stir: async (_at, listener) => listener && watchedMonitor(listener),
  },
};

describe.each(rootRows.filter(({ operation }) => operation === 'Subscription'))(
  'Subscription $field',
  ({ field, admits }) => {
    freshSessions();

    test.each(viewers)('as %s', async (viewer) => {
      const stream = streams[field];
      if (!stream) throw new Error(`no sample of Subscription.${field}`);
      const person = stage.people[viewer];
      const variables = { room: stage.ids['Room'], user: stage.owner.id };
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

describe.each(spoken.filter(isLeaving))('$operation $field', everyViewerAt);
