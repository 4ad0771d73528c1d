// The stages that only Mosaic has: its origins, its cookies' guard, its viewers, and the walls of its own graph.
import { identifyViewer } from '../admission/identify-viewer.js';
import { recheckViewer } from '../admission/recheck-viewer.js';
import type { TokenDesk } from '../admission/token-desk.js';
import { checkScalars } from '../document/check-scalars.js';
import { judgeOnce } from '../document/judge-once.js';
import { limitRecords } from '../document/limit-records.js';
import { oncePerOperation } from '../document/once-per-operation.js';
import { allowOrigins, type Origins } from '../edge/cors.js';
import { requirePreflight } from '../edge/require-preflight.js';
import type { OwnStages } from '../pipeline.js';
import type { Executor } from '../plan/executor.js';
import type { CredentialsReader } from '../sessions/read-credentials.js';

export interface MosaicParts {
  readonly origins: Origins;
  readonly desk: TokenDesk;
  readonly credentialsOf: CredentialsReader;
}

// biome-ignore format: one line per stage, so that the list can be read as one
export const mosaicStages = ({ origins, desk, credentialsOf }: MosaicParts, { schema }: Pick<Executor, 'schema'>): OwnStages => ({
  origins: { name: 'allow origins',     over: 'http', refuses: [], admit: allowOrigins(origins) },
  request: { name: 'require preflight', over: 'http', refuses: ['CSRF', 'UNSUPPORTED_MEDIA_TYPE'], admit: requirePreflight },
  whoAsks: [
    { name: 'identify viewer',    over: 'http', refuses: ['UNAUTHENTICATED', 'UNKNOWN_GUEST', 'IDENTITY_UNAVAILABLE'], admit: identifyViewer(desk, credentialsOf) },
    { name: 'recheck viewer',     over: 'websocket', refuses: ['UNAUTHENTICATED'], admit: recheckViewer(desk) },
  ],
  document: [
    { name: 'once per operation', over: 'both', refuses: ['ONE_PER_OPERATION'], admit: judgeOnce(oncePerOperation) },
  ],
  rules: [checkScalars],
  meaning: [
    { name: 'limit records',      over: 'both', refuses: ['TOO_MANY_RECORDS'], admit: limitRecords(schema) },
  ],
});
