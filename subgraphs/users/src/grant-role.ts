// Gives an account a role: node subgraphs/users/dist/grant-role.js ada@example.org ADMIN
// How the first admin comes to be. Needs DATABASE_URL; the running service may go on.
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { systemClock } from '@mosaic/kernel/values/time';
import { readStoreConfig } from './config.js';
import { openStore } from './data/store.js';
import { unitOfWork } from './data/unit-of-work.js';
import { type Role, roles } from './domain/user.js';
import { grantRole } from './use-cases/grant-role.js';

const log = createLogger('grant-role');
const [email = '', role = ''] = process.argv.slice(2);
const isRole = (text: string): text is Role => Object.hasOwn(roles, text);

if (!email || !isRole(role)) {
  log.error(`usage: node grant-role.js <email> <${Object.keys(roles).join('|')}>`);
  process.exitCode = 2;
} else {
  await using scope = new Scope();
  const orm = await openStore(scope, { url: readStoreConfig(process.env).DATABASE_URL.reveal() });
  const outcome = await grantRole({ transact: unitOfWork(orm, systemClock) }, { email, role });
  if (isRefusal(outcome)) {
    log.error(outcome.message, { code: outcome.code });
    process.exitCode = 1;
  } else log.info('granted', { email, role });
}
