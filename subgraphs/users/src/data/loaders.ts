// Batches what one request asks for, so that a hundred `_entities` are one query. Never shared between requests.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isIdOf } from '@mosaic/kernel/values/ids';
import DataLoader from 'dataloader';
import type { AuditEntry } from '../domain/audit-entry.js';
import type { Coach } from '../domain/coach.js';
import type { Session } from '../domain/session.js';
import type { Specialty } from '../domain/specialty.js';
import type { User } from '../domain/user.js';
import type { readAudit } from './readers/read-audit.js';
import type { readCoaches } from './readers/read-coaches.js';
import type { readPeople } from './readers/read-people.js';
import type { readSessions } from './readers/read-sessions.js';
import type { readSpecialties } from './readers/read-specialties.js';

interface Readers {
  people: ReturnType<typeof readPeople>;
  sessions: ReturnType<typeof readSessions>;
  coaches: ReturnType<typeof readCoaches>;
  specialties: ReturnType<typeof readSpecialties>;
  audit: ReturnType<typeof readAudit>;
}

export interface Loaders {
  user: DataLoader<string, User | null>;
  session: DataLoader<string, Session | null>;
  coach: DataLoader<string, Coach | null>;
  specialty: DataLoader<string, Specialty | null>;
  auditEntry: DataLoader<string, AuditEntry | null>;
}

export const openLoaders = (
  { people, sessions, coaches, specialties, audit }: Readers,
  viewer: Viewer | null,
): Loaders => ({
  user: byId('User', (ids) => people.byIds(viewer, ids)),
  session: byId('Session', (ids) => sessions.byIds(viewer, ids)),
  coach: byId('Coach', (ids) => coaches.byIds(viewer, ids)),
  specialty: byId('Specialty', (ids) => specialties.byIds(ids)),
  auditEntry: byId('AuditEntry', (ids) => audit.byIds(viewer, ids)),
});

/** What is no id of the type is null without asking the store, so that a hostile key cannot spoil a batch. */
const byId = <T extends { id: string }>(type: string, load: (ids: readonly string[]) => Promise<T[]>) =>
  new DataLoader<string, T | null>(async (ids) => {
    const sound = ids.filter((id) => isIdOf(type, id));
    const rows = sound.length > 0 ? await load(sound) : [];
    const found = new Map(rows.map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
