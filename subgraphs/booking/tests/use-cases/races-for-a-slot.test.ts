// Hard property 1: no two appointments of a coach touch, buffers included, whoever races for them.
import { isFullProof, proofSize } from '@mosaic/embedded/proof-size';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { mintId } from '@mosaic/kernel/values/ids';
import { expect, test } from 'vitest';
import { Turns } from '../../src/data/turns.js';
import type { Offering } from '../../src/domain/offering.js';
import { book, offer, openCoach } from '../lab/bookings.js';
import { granted, openLab } from '../lab/open-lab.js';
import { askerFor, person } from '../lab/people.js';
import { report, summaryOf } from '../lab/report.js';

const lab = openLab();
const inParis = (day: number, minute: number) => new Date(Date.UTC(2026, 11, day, 8, minute)).toISOString();

/** Pairs of appointments of one coach that take time and touch, whatever the constraint says. */
const OVERLAPS = `select count(*)::int as n from appointments a join appointments b
  on a.coach_user_id = b.coach_user_id and a.id < b.id and a.blocked_from < b.blocked_until and b.blocked_from < a.blocked_until
  where a.status in ('HELD', 'CONFIRMED') and b.status in ('HELD', 'CONFIRMED')`;
const overlaps = async () => (await lab().rows<{ n: number }>(OVERLAPS))[0]?.n;

const outcomeOf = (outcome: unknown) => (isRefusal(outcome) ? outcome.code : 'BOOKED');
const tally = (outcomes: readonly string[]) =>
  Object.fromEntries([...new Set(outcomes)].map((code) => [code, outcomes.filter((one) => one === code).length]));

test('200 people race for one hour with 7 staggered starts: exactly one gets it', async () => {
  const offering = await offer(lab(), await openCoach(lab()), { bufferBeforeMinutes: 10, bufferAfterMinutes: 15 });
  const times: number[] = [];
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, async (_, at) => {
      const began = performance.now();
      const outcome = await book(lab(), askerFor(person()), offering, inParis(1, (at % 7) * 5));
      times.push(performance.now() - began);
      return outcomeOf(outcome);
    }),
  );
  expect(tally(outcomes)).toEqual({ BOOKED: 1, SLOT_TAKEN: 199 });
  expect(await overlaps()).toBe(0);
  report('200 at once', times);
  if (isFullProof) expect(summaryOf(times).p99).toBeLessThanOrEqual(100);
});

test('30 people and one slot, round after round: exactly one each time, and the others hear at once', async () => {
  const offering = await offer(lab(), await openCoach(lab(), { startTime: '00:00', endTime: '24:00' }));
  const rounds = proofSize({ full: 200, quick: 20 });
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startsAt = new Date(Date.UTC(2026, 11, 1 + Math.floor(round / 20), round % 20)).toISOString();
    const outcomes = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const began = performance.now();
        const outcome = await book(lab(), askerFor(person()), offering, startsAt);
        times.push(performance.now() - began);
        return outcomeOf(outcome);
      }),
    );
    expect(tally(outcomes)).toEqual({ BOOKED: 1, SLOT_TAKEN: 29 });
  }
  report(`${rounds} rounds of 30`, times);
  if (isFullProof) expect(summaryOf(times).p99).toBeLessThanOrEqual(100);
});

test('many coaches with 4 requests each: an appointment per coach, and nobody is refused another coach’s time', async () => {
  const coaches = proofSize({ full: 50, quick: 15 });
  const offerings: Offering[] = [];
  while (offerings.length < coaches) offerings.push(await offer(lab(), await openCoach(lab())));
  const outcomes = await Promise.all(
    [...offerings, ...offerings, ...offerings, ...offerings].map(async (offering) =>
      outcomeOf(await book(lab(), askerFor(person()), offering, inParis(3, 0))),
    ),
  );
  expect(tally(outcomes)).toEqual({ BOOKED: coaches, SLOT_TAKEN: 3 * coaches });
});

test('two rooms that know nothing of each other’s turns: the store alone decides', async () => {
  const offering = await offer(lab(), await openCoach(lab()));
  const blind = { ...lab().rooms, lookAhead: async () => false };
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const elsewhere = { ...lab(), rooms: { ...blind, turns: new Turns() } };
      return outcomeOf(await book(elsewhere, askerFor(person()), offering, inParis(4, (at % 7) * 5)));
    }),
  );
  expect(tally(outcomes)).toEqual({ BOOKED: 1, SLOT_TAKEN: 19 });
});

test('control: who looks first and inserts then, without a lock or constraint, books twice', async () => {
  await lab().rows('create table naive (coach text, starts_at timestamptz, ends_at timestamptz)');
  const tryOnce = async () => {
    const [from, to] = [inParis(5, 0), inParis(5, 60)];
    const em = lab().rooms.orm.em.fork();
    return em.transactional(async (tx) => {
      const found = await tx.execute<object[]>('select 1 from naive where starts_at < ? and ends_at > ?', [to, from]);
      if (found.length > 0) return false;
      await tx.execute("insert into naive values ('c', ?, ?)", [from, to]);
      return true;
    });
  };
  const booked = await Promise.all(Array.from({ length: 50 }, tryOnce));
  expect(booked.filter(Boolean).length).toBeGreaterThan(1);
});

test('control: without the look under the lock the constraint still refuses, and never by a deadlock', async () => {
  const offering = await offer(lab(), await openCoach(lab()));
  const first = granted(await book(lab(), askerFor(person()), offering, inParis(6, 0)));
  const clash = { ...first, id: mintId('Appointment') };
  const added = await lab().rooms.transact((unit) => unit.appointments.add(clash));
  expect(added).toBe(false);
  const touching = { ...clash, startsAt: first.endsAt, blockedFrom: first.blockedUntil };
  const after = new Date(first.endsAt.getTime() + 3_600_000);
  const fits = { ...touching, endsAt: after, blockedUntil: after };
  expect(await lab().rooms.transact((unit) => unit.appointments.add(fits))).toBe(true);
});
