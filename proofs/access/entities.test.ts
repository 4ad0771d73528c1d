// Every viewer at every entity through every door: the answer depends on who asks, never on the door.
import { randomBytes } from 'node:crypto';
import { Secret } from '@mosaic/kernel/config/secret';
import type { CallerKeys } from '@mosaic/kernel/identity/caller-assertion';
import { entities, isEntityName } from '@mosaic/schema/entities';
import { beforeAll, describe, expect, test } from 'vitest';
import { openWorld } from '../lab/open-world.js';
import { doorsTo } from './doors.js';
import { entityRows, viewers } from './matrix.js';
import { type Stage, setStage } from './stage.js';

const key = randomBytes(32);
const keys: CallerKeys = { current: 'proof', keys: { proof: new Secret(key) } };
const world = openWorld({
  env: { MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'proof', keys: { proof: key.toString('base64url') } }) },
});
let stage: Stage;

beforeAll(async () => {
  stage = await setStage(world.current);
}, 60_000);

const ownerOf = (type: string) => (isEntityName(type) ? entities[type].owner : null);

/** Doors that lead through lists that are the owner's own, or to oneself: others may find them closed. */
const isNarrow = (door: string) => door.startsWith('nested');

describe.each(entityRows)('$type', ({ type, seenBy, withheld }) => {
  describe.each([...doorsTo(type)])('through %s', (name, door) => {
    test.each(viewers)('as %s', async (viewer) => {
      const record = await door(stage, viewer, keys);
      // Who extends an entity adds fields to any id of it.
      const isStub = name.startsWith('_entities of ') && name !== `_entities of ${ownerOf(type)}`;
      if (!seenBy.includes(viewer) && !isStub) {
        expect(record === null || isEmptyShell(record)).toBe(true);
        return;
      }
      if (!isNarrow(name) || viewer === 'owner') expect(record).not.toBeNull();
      for (const [field, allowed] of withheld) {
        if (!record || !(field in record)) continue;
        expect(record[field] !== null, `${field} as ${viewer}`).toBe(allowed.includes(viewer));
      }
    });
  });
});

/** `node` of a foreign type echoes the id it was given; whether the record exists is known only to its owner. */
const isEmptyShell = ({ id: _, ...rest }: Record<string, unknown>) =>
  Object.values(rest).every((value) => value === null);
