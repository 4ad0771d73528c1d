// What a client may say on its socket, message by message: graphql-transport-ws (graphql-ws, PROTOCOL.md) with our law on
// top (docs/protocols/live-updates.md). Every operation walks the same pipeline as over HTTP.
import { randomUUID } from 'node:crypto';
import { guestHeader } from '@mosaic/kernel/identity/guest-token';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import type { TokenDesk } from '../admission/token-desk.js';
import { toAsked } from '../edge/read-operation.js';
import { filled, type Passage, type Stage, walk } from '../passage.js';
import { maskErrors } from '../respond/mask-errors.js';
import { Refused } from '../respond/refusals.js';
import { areGiven } from '../sessions/read-credentials.js';
import { CloseSocket } from './close-codes.js';
import type { LiveSocket } from './live-socket.js';

const INIT_PATIENCE_MS = 3_000;
const LONGEST_OPERATION_ID = 128;

export interface LawOptions {
  readonly stages: readonly Stage[];
  readonly desk: TokenDesk;
  readonly subscriptionsPerSocket: number;
  readonly log: Logger;
  /** The socket knows who it speaks for. Throws CloseSocket when it may not stay. */
  readonly settle: (socket: LiveSocket) => void;
}

interface Extra {
  readonly live: LiveSocket;
}

export function socketLaw({ stages, desk, subscriptionsPerSocket, log, settle }: LawOptions) {
  const law: ServerOptions<Record<string, unknown>, Extra> = {
    connectionInitWaitTimeout: INIT_PATIENCE_MS,

    async onConnect({ connectionParams, extra: { live } }) {
      const brought = {
        authorization: textIn(connectionParams, 'authorization'),
        guest: textIn(connectionParams, guestHeader),
      };
      const credentials = areGiven(brought) ? brought : live.credentials;
      const identity = await desk.identify(credentials.authorization);
      if (identity instanceof Refused) {
        throw new CloseSocket(identity.code === 'IDENTITY_UNAVAILABLE' ? 'TRY_AGAIN_LATER' : 'BAD_TOKEN');
      }
      const guest = await desk.identifyGuest(credentials.guest);
      if (guest instanceof Refused) throw new CloseSocket('BAD_TOKEN');
      live.identity = identity;
      live.guest = guest;
      settle(live);
    },

    async onSubscribe({ subscriptions, extra: { live } }, id, payload) {
      if (id.length > LONGEST_OPERATION_ID || id === '__proto__') throw new CloseSocket('BAD_MESSAGE');
      const requestId = randomUUID();
      if (Object.keys(subscriptions).length > subscriptionsPerSocket) {
        return shown(Refused.as('TOO_MANY_SUBSCRIPTIONS'), requestId);
      }
      return admit(live, payload, requestId);
    },

    // The pipeline has executed the operation already; graphql-ws only sends what it left on the passage.
    execute: (args) => resultOf(args),
    subscribe: (args) => resultOf(args),
  };

  async function admit(live: LiveSocket, payload: SubscribePayload, requestId: string) {
    const began = performance.now();
    const passage: Passage = {
      transport: 'websocket',
      requestId,
      locale: live.locale,
      log: log.with({ requestId }),
      gone: live.gone,
      socket: { identity: live.identity, overflow: (cursor) => live.close('SLOW_CONSUMER', cursor) },
      viewer: live.identity?.viewer ?? null,
      guest: live.guest,
    };
    const asked = toAsked(payload);
    if (!(asked instanceof Refused)) passage.asked = asked;
    const verdict = asked instanceof Refused ? asked : await walk(stages, passage);
    passage.log.info('operation', {
      operation: passage.operation?.name?.value.slice(0, 100),
      kind: passage.operation?.operation,
      status: verdict instanceof Refused ? verdict.code : 'OK',
      durationMs: Math.round(performance.now() - began),
    });
    if (verdict instanceof Refused) return shown(verdict, requestId);
    const document = filled(passage.document, 'document');
    const args = { document, operationName: passage.asked?.operationName, contextValue: passage };
    return args as unknown as ExecutionArgs; // graphql-ws reads no schema when it does not execute
  }

  return makeServer(law);
}

function resultOf({ contextValue }: ExecutionArgs) {
  const { answer, log, requestId } = contextValue as Passage;
  const given = filled(answer, 'answer');
  if (given.kind === 'stream') return given.events as never;
  if (given.kind === 'json') throw new Error('an answer of HTTP reached a socket');
  const { data, errors, extensions } = given.outcome;
  return {
    ...(data !== undefined && { data: JSON.parse(data) }),
    ...(errors.length > 0 && { errors: maskErrors(errors, log, requestId) }),
    ...(extensions && { extensions }),
  } as never;
}

const shown = (refused: Refused, requestId: string): GraphQLError[] =>
  refused
    .shownWith(requestId)
    .map(({ message, locations, extensions }) =>
      Object.assign(new GraphQLError(message, { extensions: extensions ?? {} }), { locations }),
    );

/** Clients spell it either way; anything that is no text is as bad as a bad token. */
function textIn(params: Readonly<Record<string, unknown>> | undefined, name: string): string | undefined {
  const value = params?.[name] ?? params?.[`${name[0]?.toUpperCase()}${name.slice(1)}`];
  return value === undefined || value === null ? undefined : String(value);
}
