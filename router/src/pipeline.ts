// THE LIST: every operation passes these stages from top to bottom, and the first "no" ends it. Queries, mutations and
// subscriptions over WebSocket pass the same walls as HTTP; what only one transport has is marked. `own` are the stages
// of a profile: profiles/mosaic-stages.ts, profiles/standalone-stages.ts.
import type { ApolloServer } from '@apollo/server';
import type { ValidationRule } from 'graphql';
import { hideSchema } from './document/hide-schema.js';
import { judgeOnce } from './document/judge-once.js';
import { limitShape } from './document/limit-shape.js';
import type { Limits } from './document/limits.js';
import { parseBounded } from './document/parse-bounded.js';
import { selectOperation } from './document/select-operation.js';
import { validateDocument } from './document/validate-document.js';
import { allowMethods, boundHeaders } from './edge/bound-request.js';
import { showLandingPage } from './edge/landing-page.js';
import { negotiateAnswer } from './edge/negotiate-answer.js';
import { readOperation } from './edge/read-operation.js';
import { setSecurityHeaders } from './edge/security-headers.js';
import type { GraphParts } from './graph/graph.js';
import type { Stage } from './passage.js';
import { type Deadlines, execute } from './plan/execute.js';
import { showPlan } from './respond/show-plan.js';

/** Where the two profiles differ. */
export interface OwnStages {
  /** Which pages may read our answers. */
  readonly origins: Stage;
  /** What a request must look like before its body is read. */
  readonly request: Stage;
  readonly whoAsks: readonly Stage[];
  /** Walls that judge the document by itself. */
  readonly document: readonly Stage[];
  /** Rules of validation beside the specification's. */
  readonly rules: readonly ValidationRule[];
  /** Walls that judge what a valid document asks for. */
  readonly meaning: readonly Stage[];
}

export interface PipelineParts extends GraphParts {
  readonly own: OwnStages;
  readonly limits: Limits;
  readonly shell: ApolloServer;
  readonly showsSchema: boolean;
  readonly showsSandbox: boolean;
  readonly deadlines: Deadlines;
}

// biome-ignore format: one line per stage, so that the list can be read as one
export function pipeline({ own, executor, readDocument, openStream, limits, shell, showsSchema, showsSandbox, deadlines }: PipelineParts): readonly Stage[] {
  return [
    // the edge: before anything is read
    { name: 'security headers',  over: 'http', refuses: [], admit: setSecurityHeaders },
    own.origins,
    { name: 'bound headers',     over: 'http', refuses: ['HEADERS_TOO_LARGE'], admit: boundHeaders },
    { name: 'allow methods',     over: 'http', refuses: ['METHOD_NOT_ALLOWED'], admit: allowMethods },
    { name: 'landing page',      over: 'http', refuses: [], admit: showLandingPage(shell, showsSandbox) },
    { name: 'negotiate answer',  over: 'http', refuses: ['NOT_ACCEPTABLE'], admit: negotiateAnswer() },
    own.request,
    { name: 'read operation',    over: 'http', refuses: ['BODY_TOO_LARGE', 'BAD_REQUEST', 'BATCHING_OFF'], admit: readOperation },
    ...own.whoAsks,
    // the document: before anything is executed
    { name: 'parse bounded',     over: 'both', refuses: ['DOCUMENT_TOO_LARGE', 'GRAPHQL_PARSE_FAILED', 'TOO_DEEP'], admit: parseBounded(readDocument) },
    { name: 'select operation',  over: 'both', refuses: ['OPERATION_RESOLUTION_FAILURE', 'SUBSCRIPTION_TRANSPORT_REQUIRED', 'METHOD_NOT_ALLOWED'], admit: selectOperation },
    { name: 'limit shape',       over: 'both', refuses: ['TOO_DEEP', 'TOO_MANY_SELECTIONS', 'TOO_MANY_ROOT_FIELDS', 'TOO_MANY_ALIASES', 'TOO_MANY_DIRECTIVES', 'BAD_ALIAS'], admit: judgeOnce(limitShape(limits)) },
    ...own.document,
    { name: 'hide schema',       over: 'both', refuses: ['INTROSPECTION_OFF'], admit: judgeOnce(hideSchema(showsSchema)) },
    { name: 'validate',          over: 'both', refuses: ['GRAPHQL_VALIDATION_FAILED'], admit: judgeOnce(validateDocument(executor.schema, showsSchema, own.rules)) },
    ...own.meaning,
    // the work; parts of an answer may still be refused: SUBGRAPH_UNAVAILABLE, SUBGRAPH_TIMEOUT, and a subgraph's own codes
    { name: 'execute',           over: 'both', refuses: ['PLAN_IMPOSSIBLE', 'INTERNAL', 'TOO_MANY_STREAMS'], admit: execute(executor, openStream, deadlines) },
    { name: 'show plan',         over: 'http', refuses: [], admit: showPlan(executor, showsSchema && showsSandbox) },
  ];
}
