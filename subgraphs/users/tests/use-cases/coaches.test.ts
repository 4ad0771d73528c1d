// Coaches: applying, being decided about, the list of specialties, and the directory.

import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { AccessError } from '@mosaic/kernel/refusal/refusal';
import { mintId, retype } from '@mosaic/kernel/values/ids';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CoachDecision } from '../../src/domain/coach.js';
import { applyAsCoach } from '../../src/use-cases/apply-as-coach.js';
import { archiveSpecialty, createSpecialty, updateSpecialty } from '../../src/use-cases/edit-specialties.js';
import { refreshSession } from '../../src/use-cases/refresh-session.js';
import { reviewCoach } from '../../src/use-cases/review-coach.js';
import { updateCoachProfile } from '../../src/use-cases/update-coach-profile.js';
import { updateProfile } from '../../src/use-cases/update-profile.js';
import { numberOf } from '../lab/look-inside.js';
import { codeOf, granted, type Lab, openLab } from '../lab/open-lab.js';
import { as, newAdmin, newApplicant, newCoach, offer } from '../lab/people.js';

let lab: Lab;
let admin: Viewer;
beforeAll(async () => {
  lab = await openLab();
  admin = await newAdmin(lab);
});
afterAll(() => lab.close());

const decide = (coachId: string, decision: CoachDecision, reason = 'Because') =>
  reviewCoach(lab.rooms, admin, { coachId, decision, reason });
const named = async (name: string) => (await lab.announced()).filter(([kind]) => kind === name).map(([, what]) => what);
const specialty = async (nameEn: string, nameFr: string) =>
  granted(await createSpecialty(lab.rooms, admin, { nameEn, nameFr }));
const found = async (viewer: Viewer, filter: object) =>
  (await lab.rooms.coaches.directory(viewer, filter, { first: 100 })).edges.map(({ node }) => node.userId);

test('an application waits, its id is the person’s, and others do not see it', async () => {
  const { user, coach } = await newApplicant(lab);
  expect(coach).toMatchObject({ id: retype('Coach', user.id), userId: user.id, standing: 'APPLIED', version: 1 });
  const told = { coachId: coach.id, userId: user.id, standing: 'APPLIED', timeZone: 'Europe/Paris' };
  expect((await named('CoachStandingChanged')).at(-1)).toEqual(told);
  const seenBy = async (viewer: Viewer) => (await lab.rooms.coaches.byIds(viewer, [coach.id])).length;
  expect([await seenBy(as(user.id, 'USER')), await seenBy(admin), await seenBy(as(mintId('User'), 'COACH'))]).toEqual([
    1, 1, 0,
  ]);
});

test('of ten applications at once one is made', async () => {
  const { user } = await lab.newcomer();
  const apply = () => applyAsCoach(lab.rooms, as(user.id, 'USER'), offer);
  const outcomes = await Promise.all(Array.from({ length: 10 }, apply));
  expect(outcomes.filter((outcome) => 'headline' in outcome)).toHaveLength(1);
  expect(outcomes.filter((outcome) => 'code' in outcome && outcome.code === 'COACH_EXISTS')).toHaveLength(9);
});

test.each([
  [{ headline: ' ' }, 'headline'],
  [{ headline: 'x'.repeat(121) }, 'headline'],
  [{ bio: 'x'.repeat(2_001) }, 'bio'],
  [{ hourlyRate: { amountMinor: -1, currency: 'EUR' } }, 'hourlyRate'],
  [{ hourlyRate: { amountMinor: 0.5, currency: 'EUR' } }, 'hourlyRate'],
  [{ hourlyRate: { amountMinor: 1_000_000_001, currency: 'EUR' } }, 'hourlyRate'],
  [{ hourlyRate: { amountMinor: 1, currency: 'ZZZ' } }, 'hourlyRate'],
  [{ timeZone: 'Europe/Atlantis' }, 'timeZone'],
  [{ timeZone: '+02:00' }, 'timeZone'],
  [{ specialtyIds: Array.from({ length: 11 }, () => mintId('Specialty')) }, 'specialtyIds'],
  [{ specialtyIds: ['nothing}'] }, 'specialtyIds'],
  [{ specialtyIds: [mintId('Specialty')] }, 'specialtyIds'],
])('a bad offer is refused at its input: %j', async (change, field) => {
  const { user } = await lab.newcomer();
  const refusal = await applyAsCoach(lab.rooms, as(user.id, 'USER'), { ...offer, ...change });
  expect(refusal).toMatchObject({ code: expect.stringMatching(/BAD_INPUT|NOT_FOUND/), path: [field] });
  expect(await numberOf(lab, 'coaches where user_id = ?', [user.id])).toBe(0);
});

test('an admin approves: the coach is listed, acts as COACH, and stays signed in', async () => {
  const { user, refreshToken } = await lab.newcomer();
  const { id } = granted(await applyAsCoach(lab.rooms, as(user.id, 'USER'), offer));
  expect(granted(await decide(id, 'APPROVED', ' Good ')).standing).toBe('APPROVED');
  expect((await named('Audited')).at(-1)).toEqual({
    actorId: admin.id,
    action: 'reviewCoach',
    subjectId: id,
    details: { from: 'APPLIED', to: 'APPROVED', reason: 'Good' },
  });
  expect((await named('CoachStandingChanged')).at(-1)).toMatchObject({ coachId: id, standing: 'APPROVED' });
  const next = granted(await refreshSession(lab.rooms, refreshToken));
  expect(next.user.role).toBe('COACH');
  expect(await found(as(mintId('User'), 'USER'), {})).toContain(user.id);
  // Deciding the same again changes and tells nothing.
  const before = await lab.announced();
  granted(await decide(id, 'APPROVED'));
  expect(await lab.announced()).toEqual(before);
  granted(await decide(id, 'WITHDRAWN', 'No-shows'));
  expect(codeOf(await refreshSession(lab.rooms, next.refreshToken))).toBe('SESSION_OVER');
  expect(await numberOf(lab, "users where id = ? and role = 'USER'", [user.id])).toBe(1);
  expect(await found(as(mintId('User'), 'USER'), {})).not.toContain(user.id);
});

test('every step that is no step is refused by name', async () => {
  const { coach, user } = await newApplicant(lab);
  expect(await decide(coach.id, 'WITHDRAWN')).toMatchObject({
    code: 'WRONG_STANDING',
    parameters: { from: 'APPLIED', to: 'WITHDRAWN' },
  });
  granted(await decide(coach.id, 'DECLINED'));
  expect(codeOf(await decide(coach.id, 'WITHDRAWN'))).toBe('WRONG_STANDING');
  const again = granted(await applyAsCoach(lab.rooms, as(user.id, 'USER'), { ...offer, headline: 'Better now' }));
  expect(again).toMatchObject({ standing: 'APPLIED', headline: 'Better now', decisionReason: '' });
  granted(await decide(coach.id, 'APPROVED'));
  expect(codeOf(await decide(coach.id, 'DECLINED'))).toBe('WRONG_STANDING');
  expect(await decide(mintId('Coach'), 'APPROVED')).toMatchObject({ code: 'NOT_FOUND', path: ['coachId'] });
  expect(codeOf(await decide('x', 'APPROVED'))).toBe('NOT_FOUND');
  const attempt = reviewCoach(lab.rooms, as(user.id, 'ADMIN'), {
    coachId: coach.id,
    decision: 'WITHDRAWN',
    reason: 'x',
  });
  await expect(attempt).rejects.toEqual(new AccessError('FORBIDDEN'));
});

test('two admins who decide alike at once: one decision, one act', async () => {
  const second = await newAdmin(lab);
  const { coach } = await newApplicant(lab);
  const outcomes = await Promise.all([
    decide(coach.id, 'APPROVED'),
    reviewCoach(lab.rooms, second, { coachId: coach.id, decision: 'APPROVED', reason: 'Yes' }),
  ]);
  expect(outcomes.map((outcome) => granted(outcome).standing)).toEqual(['APPROVED', 'APPROVED']);
  const acts = (await named('Audited')).filter((act) => (act as { subjectId: string }).subjectId === coach.id);
  expect(acts).toHaveLength(1);
});

test('a coach changes the offer from the version it was read at; another zone is announced', async () => {
  const { user, coach } = await newCoach(lab, admin);
  const viewer = as(user.id, 'COACH');
  const change = {
    expectedVersion: coach.version,
    timeZone: 'America/New_York',
    hourlyRate: { amountMinor: 900, currency: 'JPY' },
  };
  const changed = granted(await updateCoachProfile(lab.rooms, viewer, change));
  expect(changed).toMatchObject({
    headline: offer.headline,
    rateMinor: 900,
    rateCurrency: 'JPY',
    version: coach.version + 1,
  });
  expect((await named('CoachStandingChanged')).at(-1)).toMatchObject({
    coachId: coach.id,
    timeZone: 'America/New_York',
  });
  expect(await updateCoachProfile(lab.rooms, viewer, change)).toMatchObject({
    code: 'CONFLICT',
    path: ['expectedVersion'],
  });
  const nobody = await updateCoachProfile(lab.rooms, admin, change);
  expect(codeOf(nobody)).toBe('NOT_FOUND');
});

test('specialties have two names, each once whatever its case and accents', async () => {
  const made = await specialty('Nutrition', 'Diététique');
  const create = (nameEn: string, nameFr: string) => createSpecialty(lab.rooms, admin, { nameEn, nameFr });
  expect(await create('NUTRITION', 'Autre')).toMatchObject({ code: 'SPECIALTY_EXISTS', path: ['nameEn'] });
  expect(await create('Other', 'dietetique')).toMatchObject({ code: 'SPECIALTY_EXISTS', path: ['nameFr'] });
  expect(await create('', 'Vide')).toMatchObject({ code: 'BAD_INPUT', path: ['nameEn'] });
  const racers = await Promise.all(Array.from({ length: 5 }, () => create('Yoga', 'Yoga')));
  expect(racers.filter((outcome) => 'nameEn' in outcome)).toHaveLength(1);
  expect((await lab.rooms.specialties.offered('DIETE')).map(({ id }) => id)).toEqual([made.id]);
  const renamed = granted(await updateSpecialty(lab.rooms, admin, { specialtyId: made.id, nameEn: 'Diet' }));
  expect(renamed).toMatchObject({ nameEn: 'Diet', nameFr: 'Diététique' });
  expect((await named('Audited')).at(-1)).toMatchObject({ action: 'updateSpecialty', subjectId: made.id });
  await expect(createSpecialty(lab.rooms, as(mintId('User'), 'COACH'), { nameEn: 'a', nameFr: 'b' })).rejects.toEqual(
    new AccessError('FORBIDDEN'),
  );
});

test('an archived specialty stays with who has it, and nobody else can choose it', async () => {
  const { id } = await specialty('Chess', 'Échecs');
  const { user, coach } = await newCoach(lab, admin, { specialtyIds: [id, id] });
  expect(coach.specialtyIds).toEqual([id]);
  granted(await archiveSpecialty(lab.rooms, admin, { specialtyId: id }));
  granted(await archiveSpecialty(lab.rooms, admin, { specialtyId: id }));
  const acts = (await named('Audited')).filter((act) => (act as { action: string }).action === 'archiveSpecialty');
  expect(acts).toHaveLength(1);
  expect((await lab.rooms.specialties.offered('')).map((offered) => offered.id)).not.toContain(id);
  const { user: other } = await lab.newcomer();
  const late = await applyAsCoach(lab.rooms, as(other.id, 'USER'), { ...offer, specialtyIds: [id] });
  expect(late).toMatchObject({ code: 'NOT_FOUND', path: ['specialtyIds'] });
  const kept = { expectedVersion: coach.version, specialtyIds: [id] };
  expect(granted(await updateCoachProfile(lab.rooms, as(user.id, 'COACH'), kept)).specialtyIds).toEqual([id]);
  const rename = await updateSpecialty(lab.rooms, admin, { specialtyId: id, nameEn: 'Chess!' });
  expect(codeOf(rename)).toBe('SPECIALTY_ARCHIVED');
});

test('the directory finds by name, headline and specialty in both languages, and filters', async () => {
  const swim = await specialty('Swimming', 'Natation');
  const zoe = await newCoach(
    lab,
    admin,
    { specialtyIds: [swim.id], timeZone: 'Asia/Tokyo' },
    { displayName: 'Zoé Ünal' },
  );
  const yan = await newCoach(lab, admin, { headline: 'Marathon 100%' }, { displayName: 'Yan' });
  const hidden = await newApplicant(lab, { specialtyIds: [swim.id] }, { displayName: 'Zoe hidden' });
  const stranger = as(mintId('User'), 'USER');
  expect(await found(stranger, { search: 'ZOE un' })).toEqual([zoe.user.id]);
  expect(await found(stranger, { search: 'natátion' })).toEqual([zoe.user.id]);
  expect(await found(stranger, { search: 'swimm' })).toEqual([zoe.user.id]);
  expect(await found(stranger, { search: '100%' })).toEqual([yan.user.id]);
  expect(await found(stranger, { search: '%' })).toEqual([yan.user.id]);
  expect(await found(stranger, { search: '\u0000' })).not.toEqual([]);
  expect(await found(stranger, { specialty: swim.id })).toEqual([zoe.user.id]);
  expect(await found(stranger, { timeZone: 'Asia/Tokyo', search: 'zoe' })).toEqual([zoe.user.id]);
  expect(await found(admin, { standing: 'APPLIED', specialty: swim.id })).toEqual([hidden.user.id]);
  await expect(found(stranger, { standing: 'APPLIED' })).rejects.toEqual(new AccessError('FORBIDDEN'));
  const change = { expectedVersion: zoe.user.version + 1, displayName: 'Abigail' };
  granted(await updateProfile(lab.rooms, as(zoe.user.id, 'COACH'), change));
  expect(await found(stranger, { search: 'abi' })).toEqual([zoe.user.id]);
  expect((await found(stranger, {}))[0]).toBe(zoe.user.id);
});

test('pages meet without a gap, and a cursor is one list’s and one viewer’s', async () => {
  const stranger = as(mintId('User'), 'USER');
  const all = await found(stranger, {});
  const walked: string[] = [];
  for (let after: string | null = null; ; ) {
    const page = await lab.rooms.coaches.directory(stranger, {}, { first: 2, after });
    walked.push(...page.edges.map(({ node }) => node.userId));
    after = page.pageInfo.endCursor;
    if (!page.pageInfo.hasNextPage) break;
  }
  expect(walked).toEqual(all);
  const { pageInfo } = await lab.rooms.coaches.directory(stranger, {}, { first: 1 });
  const stolen = lab.rooms.coaches.directory(admin, {}, { first: 1, after: pageInfo.endCursor });
  await expect(stolen).rejects.toMatchObject({ refusal: { code: 'BAD_CURSOR' } });
});
