// The access matrix against the whole system: every viewer at every door to every entity, and at every root field.
import { randomBytes } from 'node:crypto';
import { Secret } from '@mosaic/kernel/config/secret';
import type { CallerKeys } from '@mosaic/kernel/identity/caller-assertion';
import { beforeAll } from 'vitest';
import { openWorld } from '../lab/open-world.js';
import { everyDashboard } from './every-dashboard.js';
import { everyDoor } from './every-door.js';
import { everyRoot } from './every-root.js';
import { type Staged, setStage } from './stage.js';

const key = randomBytes(32);
const keys: CallerKeys = { current: 'proof', keys: { proof: new Secret(key) } };
const world = openWorld({
  env: { MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'proof', keys: { proof: key.toString('base64url') } }) },
});
const staged = {} as Staged;

beforeAll(async () => {
  staged.now = await setStage(world.current, world.dataDir);
}, 120_000);

// Doors first: they only look.
everyDoor(staged, keys);
everyDashboard(staged, keys);
everyRoot(staged);
