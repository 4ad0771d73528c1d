// THE LIST: every operation passes these stages from top to bottom, and the first "no" ends it. Queries, mutations and
// subscriptions over WebSocket pass the same walls as HTTP; what only one transport has is marked.
import type { ApolloServer } from '@apollo/server';
import { identifyViewer } from './admission/identify-viewer.js';
import { recheckViewer } from './admission/recheck-viewer.js';
import type { TokenDesk } from './admission/token-desk.js';
import { hideSchema } from './document/hide-schema.js';
import { judgeOnce } from './document/judge-once.js';
import { limitRecords } from './document/limit-records.js';
import { limitShape } from './document/limit-shape.js';
import { oncePerOperation } from './document/once-per-operation.js';
import { parseBounded } from './document/parse-bounded.js';
import { selectOperation } from './document/select-operation.js';
import { validateDocument } from './document/validate-document.js';
import { allowMethods, boundHeaders } from './edge/bound-request.js';
import { allowOrigins, type Origins } from './edge/cors.js';
import { showLandingPage } from './edge/landing-page.js';
import { readOperation } from './edge/read-operation.js';
import { requirePreflight } from './edge/require-preflight.js';
import { setSecurityHeaders } from './edge/security-headers.js';
import type { Stage } from './passage.js';
import { type Deadlines, execute } from './plan/execute.js';
import type { Executor } from './plan/executor.js';
import type { CredentialsReader } from './sessions/read-credentials.js';
import type { StreamOpener } from './subscriptions/open-stream.js';

export interface PipelineParts {
  readonly origins: Origins;
  readonly desk: TokenDesk;
  readonly credentialsOf: CredentialsReader;
  readonly executor: Executor;
  readonly shell: ApolloServer;
  readonly openStream: StreamOpener;
  readonly showsSchema: boolean;
  readonly showsSandbox: boolean;
  readonly deadlines: Deadlines;
}

// biome-ignore format: one line per stage, so that the list can be read as one
export function pipeline({ origins, desk, credentialsOf, executor, shell, openStream, showsSchema, showsSandbox, deadlines }: PipelineParts): readonly Stage[] {
  return [
    // the edge: before anything is read
    { name: 'security headers',  over: 'http', refuses: [], admit: setSecurityHeaders },
    { name: 'allow origins',     over: 'http', refuses: [], admit: allowOrigins(origins) },
    { name: 'bound headers',     over: 'http', refuses: ['HEADERS_TOO_LARGE'], admit: boundHeaders },
    { name: 'allow methods',     over: 'http', refuses: ['METHOD_NOT_ALLOWED'], admit: allowMethods },
    { name: 'landing page',      over: 'http', refuses: [], admit: showLandingPage(shell, showsSandbox) },
    { name: 'require preflight', over: 'http', refuses: ['CSRF', 'UNSUPPORTED_MEDIA_TYPE'], admit: requirePreflight },
    { name: 'read operation',    over: 'http', refuses: ['BODY_TOO_LARGE', 'BAD_REQUEST', 'BATCHING_OFF'], admit: readOperation },
    // who asks
    { name: 'identify viewer',   over: 'http', refuses: ['UNAUTHENTICATED', 'UNKNOWN_GUEST', 'IDENTITY_UNAVAILABLE'], admit: identifyViewer(desk, credentialsOf) },
    { name: 'recheck viewer',    over: 'websocket', refuses: ['UNAUTHENTICATED'], admit: recheckViewer(desk) },
    // the document: before anything is executed
    { name: 'parse bounded',     over: 'both', refuses: ['DOCUMENT_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'TOO_DEEP'], admit: parseBounded() },
    { name: 'select operation',  over: 'both', refuses: ['OPERATION_RESOLUTION_FAILURE', 'SUBSCRIPTION_TRANSPORT_REQUIRED', 'METHOD_NOT_ALLOWED'], admit: selectOperation },
    { name: 'limit shape',       over: 'both', refuses: ['TOO_DEEP', 'TOO_MANY_SELECTIONS', 'TOO_MANY_ROOT_FIELDS', 'TOO_MANY_ALIASES', 'TOO_MANY_DIRECTIVES', 'BAD_ALIAS'], admit: judgeOnce(limitShape) },
    { name: 'once per operation', over: 'both', refuses: ['ONE_PER_OPERATION'], admit: judgeOnce(oncePerOperation) },
    { name: 'hide schema',       over: 'both', refuses: ['INTROSPECTION_OFF'], admit: judgeOnce(hideSchema(showsSchema)) },
    { name: 'validate',          over: 'both', refuses: ['GRAPHQL_VALIDATION_FAILED'], admit: judgeOnce(validateDocument(executor.schema, showsSchema)) },
    { name: 'limit records',     over: 'both', refuses: ['TOO_MANY_RECORDS'], admit: limitRecords(executor.schema) },
    // the work; parts of an answer may still be refused: SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT, and a subgraph's own codes
    { name: 'execute',           over: 'both', refuses: ['INTERNAL'], admit: execute(executor, openStream, deadlines) },
  ];
}
