// Fills a fresh Mosaic with the demo world, through the use cases, while the services run. Prints its progress, and
// writes the accounts to try to the file named by its first argument.
import { writeFile } from 'node:fs/promises';
import { readContentConfig } from '@mosaic/content/config';
import { openContent } from '@mosaic/content/subgraph';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { readUsersConfig } from '@mosaic/users/config';
import { openUsers } from '@mosaic/users/subgraph';
import { cast, DEMO_PASSWORD } from './cast.js';
import { fillRooms } from './fill-rooms.js';
import { settlePeople } from './settle-people.js';
import type { Stage } from './stage.js';
import { takeReadings } from './take-readings.js';
import { demoClock, demoMintId } from './timeline.js';

const began = Date.now();
const say = (line: string) => console.log(`  demo world, ${((Date.now() - began) / 1000).toFixed(1)} s: ${line}`);

await using scope = new Scope();
const environments = JSON.parse(process.env['MOSAIC_SUBGRAPHS'] ?? '{}') as Record<string, NodeJS.ProcessEnv>;
/** What the supervisor would give this subgraph, listening nowhere. */
const envOf = (name: string) => ({ ...environments[name], PORT: '0' });
const overrides = { clock: demoClock, mintId: demoMintId, log: createLogger('demo', 'WARNING') };
const stage: Stage = {
  users: await openUsers(scope, readUsersConfig(envOf('users')), overrides),
  content: await openContent(scope, readContentConfig(envOf('content')), overrides),
  today: new Date(new Date().setUTCHours(0, 0, 0, 0)),
  say,
};

const people = await settlePeople(stage);
await Promise.all([fillRooms(stage, people), takeReadings(stage, people)]);

const [, , file] = process.argv;
if (file) {
  const shown = ['Alex Moreno', 'Claire Fontaine', 'Camille Roussel', 'Olivia Marsh'];
  const accounts = cast
    .filter(({ name }) => shown.includes(name))
    .map(({ email, role }) => ({ email, password: DEMO_PASSWORD, role }));
  await writeFile(file, `${JSON.stringify({ accounts }, null, 2)}\n`);
}
