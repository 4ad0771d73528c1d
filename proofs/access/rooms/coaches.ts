// Coaches, what they work in, and what admins see of all that is done.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { approveCoach } from '../../lab/coaching.js';
import { eventually } from '../../lab/eventually.js';
import type { Person } from '../../lab/person.js';
import { personAs } from '../person-as.js';
import type { AccessRoom } from '../room.js';

interface Trail {
  auditTrail: { edges: { node: { id: string } }[] };
}

const names = () => ({ nameEn: `Breathing ${randomUUID()}`, nameFr: `Respiration ${randomUUID()}` });

/** The entry that says that the coach was approved: it comes by an event. */
async function entryAbout(admin: Person, coachId: string): Promise<string> {
  const trail = 'query ($id: ID!) { auditTrail(subjectId: $id, first: 1) { edges { node { id } } } }';
  const written = await eventually(
    () => admin.ask<Trail>(trail, { id: coachId }),
    ({ auditTrail }) => auditTrail.edges.length > 0,
    30_000,
  );
  return written.auditTrail.edges[0]?.node.id ?? '';
}

export const coaches: AccessRoom = {
  async records(stage) {
    const admin = personAs(stage, 'admin');
    const { specialty } = await act<{ specialty: { id: string } }>(
      admin,
      'createSpecialty',
      names(),
      'specialty { id }',
    );
    const Coach = await approveCoach(admin, stage.owner);
    return { Coach, Specialty: specialty.id, AuditEntry: await entryAbout(admin, Coach) };
  },
  nested: {
    Coach: '$P { coach { @ } }',
    Specialty: 'specialties { @ }',
    AuditEntry: 'auditTrail(subjectId: $Coach, first: 5) { edges { node { @ } } }',
  },
  byId: { Coach: 'coach' },
  queries: {
    coach: 'coach(id: $Coach) { id }',
    coaches: 'coaches(first: 1) { pageInfo { hasNextPage } }',
    specialties: 'specialties { id }',
    auditTrail: 'auditTrail(first: 1) { pageInfo { hasNextPage } }',
    verifyAuditChain: 'verifyAuditChain { isIntact }',
    adminDashboard: `adminDashboard(period: { from: "2026-01-01T00:00:00.000Z", to: "2026-02-01T00:00:00.000Z" }) {
      signUpCount postCount appointmentCount orderCount enrollmentCount uploadCount
    }`,
  },
  inputs: {
    applyAsCoach: () => ({
      headline: 'Breathing, too',
      hourlyRate: { amountMinor: 4_000, currency: 'EUR' },
      timeZone: 'Europe/Paris',
      specialtyIds: [],
    }),
    updateCoachProfile: async ({ owner, ids }) => {
      const document = 'query ($id: ID!) { coach(id: $id) { version } }';
      const { coach } = await owner.ask<{ coach: { version: number } }>(document, { id: ids['Coach'] });
      return { expectedVersion: coach.version, bio: 'By the sea.' };
    },
    reviewCoach: ({ ids }) => ({ coachId: ids['Coach'], decision: 'APPROVED', reason: 'still good' }),
    createSpecialty: names,
    updateSpecialty: ({ ids }) => ({ specialtyId: ids['Specialty'], ...names() }),
    archiveSpecialty: ({ ids }) => ({ specialtyId: ids['Specialty'] }),
  },
  streams: {},
  denials: ['COACH_EXISTS'],
  // Who applied is a coach, though not approved, and updates a profile of their own.
  endings: ['applyAsCoach', 'archiveSpecialty'],
};
