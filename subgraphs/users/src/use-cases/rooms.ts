// What the use cases work in: everything is opened by subgraph.ts, nothing here is built twice.
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { MintId } from '@mosaic/kernel/values/ids';
import type { Clock } from '@mosaic/kernel/values/time';
import type { countPeople } from '../data/readers/count-people.js';
import type { readAudit } from '../data/readers/read-audit.js';
import type { readCoaches } from '../data/readers/read-coaches.js';
import type { readCredentials } from '../data/readers/read-credentials.js';
import type { readPeople } from '../data/readers/read-people.js';
import type { readSessions } from '../data/readers/read-sessions.js';
import type { readSpecialties } from '../data/readers/read-specialties.js';
import type { AccessTokens } from '../data/secrets/access-tokens.js';
import type { LinkTokens } from '../data/secrets/link-tokens.js';
import type { Passwords } from '../data/secrets/passwords.js';
import type { Transact } from '../data/unit-of-work.js';

export interface Rooms {
  readonly transact: Transact;
  readonly people: ReturnType<typeof readPeople>;
  readonly sessions: ReturnType<typeof readSessions>;
  readonly credentials: ReturnType<typeof readCredentials>;
  readonly coaches: ReturnType<typeof readCoaches>;
  readonly specialties: ReturnType<typeof readSpecialties>;
  readonly audit: ReturnType<typeof readAudit>;
  readonly counts: ReturnType<typeof countPeople>;
  readonly passwords: Passwords;
  readonly accessTokens: AccessTokens;
  readonly linkTokens: LinkTokens;
  readonly clock: Clock;
  readonly mintId: MintId;
  readonly log: Logger;
}
