// Invitations: a link lets one person in once, whoever races for it, and its token is kept nowhere.
import { days } from '@mosaic/kernel/values/time';
import { expect, test } from 'vitest';
import { hashOfInvitation } from '../../src/data/secrets/invitation-tokens.js';
import { acceptInvitation } from '../../src/use-cases/accept-invitation.js';
import { createEvent } from '../../src/use-cases/create-event.js';
import { inviteToEvent } from '../../src/use-cases/invite-to-event.js';
import { cancelEvent } from '../../src/use-cases/turn-event.js';
import { guestOf, invite, type Party, picnic, publish, standingsOf } from '../lab/events.js';
import { codeOf, granted, openLab } from '../lab/open-lab.js';
import { person } from '../lab/people.js';

const lab = openLab();

const accept = (token: string, viewer = person()) => acceptInvitation(lab().rooms, viewer, token);
const previewOf = async (token: string) =>
  lab().rooms.read.events.preview(hashOfInvitation(token) ?? '', lab().clock.now());
const fifty = () => Array.from({ length: 50 }, () => person());

test('50 people race for one link: one joins, 49 are told that it was used', async () => {
  const party = await publish(lab());
  const token = await invite(lab(), party);
  const outcomes = await Promise.all(fifty().map((racer) => accept(token, racer)));
  const refused = outcomes.filter((outcome) => 'code' in outcome).map(codeOf);
  expect(refused).toEqual(Array.from({ length: 49 }, () => 'INVITATION_USED'));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 2 });
});

test('negative control: looking first and then marking lets all of them in', async () => {
  const party = await publish(lab());
  const hash = hashOfInvitation(await invite(lab(), party)) ?? '';
  const racers = fifty();
  let arrived = 0;
  let open = () => {};
  const everybodyLooked = new Promise<void>((resolve) => {
    open = resolve;
  });
  // All have looked before any marks: the schedule that the conditional statement makes impossible.
  const lookThenMark = async () => {
    const [row] = await lab().rows<{ used_at: Date | null }>(
      'select used_at from event_invitations where token_hash = ?',
      [hash],
    );
    arrived += 1;
    if (arrived === racers.length) open();
    await everybodyLooked;
    if (row?.used_at !== null) return false;
    await lab().rows('update event_invitations set used_at = ? where token_hash = ? returning id', [new Date(), hash]);
    return true;
  };
  expect((await Promise.all(racers.map(lookThenMark))).filter(Boolean)).toHaveLength(50);
});

test('the same person by the same link ten times at once takes part once', async () => {
  const party = await publish(lab());
  const [token, ada] = [await invite(lab(), party), person()];
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => accept(token, ada)));
  expect(outcomes.map((outcome) => granted(outcome).id)).toEqual(Array.from({ length: 10 }, () => party.event.id));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 2 });
  expect(codeOf(await accept(token))).toBe('INVITATION_USED');
});

test('whoever takes part already leaves another link unused', async () => {
  const party = await publish(lab());
  const ada = await guestOf(lab(), party);
  const token = await invite(lab(), party);
  granted(await accept(token, ada));
  granted(await accept(token, party.organiser));
  expect((await previewOf(token))?.event.id).toBe(party.event.id);
  granted(await accept(token));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 3 });
});

test('a link counts two weeks, and then for nobody', async () => {
  const far = { startsAt: new Date('2027-01-28T11:00:00.000Z'), endsAt: new Date('2027-01-28T15:00:00.000Z') };
  const party = await publish(lab(), far);
  const [late, used] = [await invite(lab(), party), await invite(lab(), party)];
  const ada = person();
  granted(await accept(used, ada));
  lab().clock.advance(days(14));
  expect(codeOf(await accept(late))).toBe('INVITATION_EXPIRED');
  expect(await previewOf(late)).toBeNull();
  // Who came by it in time still comes back by it.
  granted(await accept(used, ada));
  expect(await standingsOf(lab(), party)).toEqual({ UNANSWERED: 2 });
  lab().clock.advance(-days(14));
});

test('inviting an address again replaces its link; an unknown one is nothing', async () => {
  const party = await publish(lab());
  const ask = async (email: string) =>
    granted(await inviteToEvent(lab().rooms, party.organiser, { eventId: party.event.id, email }));
  const [first, second] = [await ask('Ada@people.test'), await ask(' ada@PEOPLE.test ')];
  expect(second.invitation.id).toBe(first.invitation.id);
  expect(codeOf(await accept(first.token))).toBe('NOT_FOUND');
  granted(await accept(second.token));
  for (const token of ['', 'x', `${second.token}x`, 'A'.repeat(43)])
    expect(codeOf(await accept(token))).toBe('NOT_FOUND');
  // The address may be invited once more when its link was used.
  expect((await ask('ada@people.test')).invitation.id).not.toBe(first.invitation.id);
});

test('the store knows no token', async () => {
  const party = await publish(lab());
  const token = await invite(lab(), party);
  const found = await lab().rows<{ t: string }>(
    `select t::text from event_invitations t where event_id = ?
     union all select payload::text from outbox union all select coalesce(outcome, '') from idempotency_keys`,
    [party.event.id],
  );
  expect(found.some(({ t }) => t.includes(hashOfInvitation(token) ?? '?'))).toBe(true);
  expect(found.some(({ t }) => t.includes(token))).toBe(false);
});

test('a draft lets nobody in yet, a cancelled event nobody any more', async () => {
  const organiser = person();
  const draft = granted(await createEvent(lab().rooms, organiser, picnic()));
  const party: Party = { event: draft, organiser };
  const token = await invite(lab(), party);
  expect(await previewOf(token)).toBeNull();
  expect(codeOf(await accept(token))).toBe('EVENT_NOT_OPEN');
  granted(await cancelEvent(lab().rooms, organiser, draft.id));
  expect(codeOf(await accept(token))).toBe('EVENT_NOT_OPEN');
  const again = { eventId: draft.id, email: 'ada@people.test' };
  expect(codeOf(await inviteToEvent(lab().rooms, organiser, again))).toBe('EVENT_NOT_OPEN');
});

test.each([
  '',
  'ada',
  'ada@',
  '@people.test',
  'a b@people.test',
  `${'a'.repeat(250)}@people.test`,
  'ada@people.test\r\nBcc: x',
])('%j is no address to invite', async (email) => {
  const { event, organiser } = await publish(lab());
  expect(codeOf(await inviteToEvent(lab().rooms, organiser, { eventId: event.id, email }))).toBe('BAD_INPUT');
});

test('only the organiser invites, and who does not take part knows of nothing', async () => {
  const party = await publish(lab());
  const ada = await guestOf(lab(), party);
  const asked = { eventId: party.event.id, email: 'ben@people.test' };
  expect(codeOf(await inviteToEvent(lab().rooms, ada, asked))).toBe('NOT_ORGANISER');
  expect(codeOf(await inviteToEvent(lab().rooms, person(), asked))).toBe('NOT_FOUND');
});
