// Admins keep the list of specialties.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { refuse } from '../domain/refusals.js';
import { MOST_SPECIALTIES, readSpecialtyNames, Specialty, type SpecialtyNames } from '../domain/specialty.js';
import { announceAudited, asAdmin } from './as-admin.js';
import type { Rooms } from './rooms.js';

/** Which name is another's already, if any: two that differ in case or accents only are one. */
function refuseTaken(names: SpecialtyNames, others: readonly Specialty[]): Refusal | null {
  if (others.some(({ foldedEn }) => foldedEn === names.foldedEn)) return refuse('SPECIALTY_EXISTS').at('nameEn');
  if (others.some(({ foldedFr }) => foldedFr === names.foldedFr)) return refuse('SPECIALTY_EXISTS').at('nameFr');
  return null;
}

/** Throws FORBIDDEN for anybody but an admin. Refuses SPECIALTY_EXISTS, TOO_MANY_SPECIALTIES and BAD_INPUT. */
export async function createSpecialty(
  rooms: Rooms,
  viewer: Viewer,
  input: { nameEn: string; nameFr: string },
): Promise<Specialty | Refusal> {
  const names = readSpecialtyNames(input);
  return asAdmin(rooms, viewer, async (unit) => {
    if (isRefusal(names)) return names;
    const all = await unit.specialties.takeAll();
    const refusal = refuseTaken(names, all);
    if (refusal) return refusal;
    if (all.filter(({ archivedAt }) => archivedAt === null).length >= MOST_SPECIALTIES)
      return refuse('TOO_MANY_SPECIALTIES', { most: MOST_SPECIALTIES });
    const made = { ...names, id: rooms.mintId('Specialty'), archivedAt: null, createdAt: unit.now };
    const specialty = Object.assign(new Specialty(), made);
    await unit.specialties.add(specialty);
    announceAudited(unit, viewer.id, 'createSpecialty', specialty.id, { nameEn: names.nameEn, nameFr: names.nameFr });
    return specialty;
  });
}

/** Other names; what is absent stays. Throws and refuses likewise, and SPECIALTY_ARCHIVED and NOT_FOUND. */
export const updateSpecialty = (
  rooms: Rooms,
  viewer: Viewer,
  input: { specialtyId: string; nameEn?: string | undefined; nameFr?: string | undefined },
): Promise<Specialty | Refusal> =>
  asAdmin(rooms, viewer, async (unit) => {
    const all = await unit.specialties.takeAll();
    const specialty = all.find(({ id }) => id === input.specialtyId);
    if (!specialty) return refuse('NOT_FOUND').at('specialtyId');
    if (specialty.archivedAt) return refuse('SPECIALTY_ARCHIVED').at('specialtyId');
    const { nameEn, nameFr } = specialty;
    const names = readSpecialtyNames({ nameEn: input.nameEn ?? nameEn, nameFr: input.nameFr ?? nameFr });
    if (isRefusal(names)) return names;
    const taken = refuseTaken(
      names,
      all.filter((other) => other !== specialty),
    );
    if (taken) return taken;
    if (names.nameEn === nameEn && names.nameFr === nameFr) return specialty;
    announceAudited(unit, viewer.id, 'updateSpecialty', specialty.id, { nameEn: names.nameEn, nameFr: names.nameFr });
    return unit.specialties.change(specialty, names);
  });

/** Nobody can choose it any more; who has it keeps it. Again changes nothing. Throws FORBIDDEN. Refuses NOT_FOUND. */
export const archiveSpecialty = (
  rooms: Rooms,
  viewer: Viewer,
  { specialtyId }: { specialtyId: string },
): Promise<Specialty | Refusal> =>
  asAdmin(rooms, viewer, async (unit) => {
    const specialty = (await unit.specialties.takeAll()).find(({ id }) => id === specialtyId);
    if (!specialty) return refuse('NOT_FOUND').at('specialtyId');
    if (specialty.archivedAt) return specialty;
    announceAudited(unit, viewer.id, 'archiveSpecialty', specialty.id, { nameEn: specialty.nameEn });
    return unit.specialties.change(specialty, { archivedAt: unit.now });
  });
