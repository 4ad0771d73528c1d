// Every viewer at every entity through every door: the answer depends on who asks, never on the door.
import type { CallerKeys } from '@mosaic/kernel/identity/caller-assertion';
import { entities, isEntityName } from '@mosaic/schema/entities';
import { describe, expect, test } from 'vitest';
import { doorsTo } from './doors.js';
import { entityRows, type ViewerName, viewers } from './matrix.js';
import type { Staged } from './stage.js';

const ownerOf = (type: string) => (isEntityName(type) ? entities[type].owner : null);

/** Doors that lead through lists that are the owner's own, or to oneself: others may find them closed. */
const isNarrow = (door: string) => door.startsWith('nested');

/** Doors of subgraphs that only add fields to the entity. */
const isStub = (type: string, door: string) =>
  door.startsWith('_entities of ') && door !== `_entities of ${ownerOf(type)}`;

export function everyDoor(staged: Staged, keys: CallerKeys): void {
  describe.each(entityRows)('$record', ({ record: called, type, seenBy, extendedFor, withheld }) => {
    const nearest = seenBy.at(-1);
    /** What each viewer got through the doors before. */
    const known = new Map<ViewerName, Record<string, unknown>>();
    describe.each([...doorsTo(type, called)])('through %s', (name, door) => {
      const admitted = isStub(type, name) ? extendedFor : seenBy;
      test.concurrent.each(viewers)('as %s', async (viewer) => {
        const record = await door(staged.now, viewer, keys);
        if (!admitted.includes(viewer)) {
          expect(record === null || isEmptyShell(record)).toBe(true);
          return;
        }
        if (!isNarrow(name) || viewer === nearest) expect(record).not.toBeNull();
        for (const [field, allowed] of withheld) {
          if (!record || !(field in record)) continue;
          expect(record[field] !== null, `${field} as ${viewer}`).toBe(allowed.includes(viewer));
        }
        if (!record) return;
        const before = known.get(viewer) ?? {};
        const common = Object.keys(record).filter((field) => field in before && !comesAndGoes.includes(field));
        expect(emptyAmong(common, record)).toEqual(emptyAmong(common, before));
        known.set(viewer, { ...before, ...record });
      });
    });
  });
}

/** Null while Redis is slow to answer, whoever asks. */
const comesAndGoes = ['presence'];

const emptyAmong = (fields: readonly string[], record: Record<string, unknown>): string[] =>
  fields.filter((field) => record[field] === null);

/** `node` of a foreign type echoes the id it was given; whether the record exists is known only to its owner. */
const isEmptyShell = ({ id: _, ...rest }: Record<string, unknown>) =>
  Object.values(rest).every((value) => value === null);
