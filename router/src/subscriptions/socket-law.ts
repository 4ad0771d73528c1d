// What a client may say on its socket, message by message: graphql-transport-ws (graphql-ws, PROTOCOL.md) with our law on
// top (docs/protocols/live-updates.md). Every operation walks the same pipeline as over HTTP.
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { type ExecutionArgs, GraphQLError } from 'graphql';
import { makeServer, type ServerOptions, type SubscribePayload } from 'graphql-ws';
import { toAsked } from '../edge/read-operation.js';
import { filled, type Stage, walk } from '../passage.js';
import { maskErrors } from '../respond/mask-errors.js';
import { Refused } from '../respond/refusals.js';
import { CloseSocket } from './close-codes.js';
import type { LiveSocket } from './live-socket.js';
import { outcomeText } from './outcome-text.js';
import { RequestLog } from './request-log.js';
import { SocketOperation, StreamFailure } from './socket-operation.js';
import { SocketPassage } from './socket-passage.js';
import type { Welcome } from './welcome.js';

const INIT_PATIENCE_MS = 3_000;
const LONGEST_OPERATION_ID = 128;

export interface LawOptions {
  readonly stages: readonly Stage[];
  readonly welcome: Welcome;
  readonly subscriptionsPerSocket: number;
  readonly log: Logger;
  /** The socket knows who it speaks for. Throws CloseSocket when it may not stay. */
  readonly settle: (socket: LiveSocket) => void;
}

export function socketLaw({ stages, welcome, subscriptionsPerSocket, log, settle }: LawOptions) {
  const law: ServerOptions<Record<string, unknown>, LiveSocket> = {
    connectionInitWaitTimeout: INIT_PATIENCE_MS,

    async onConnect({ connectionParams, subscriptions, extra: live }) {
      live.operations = subscriptions as never;
      await welcome.begun(live, connectionParams);
      settle(live);
    },

    async onSubscribe({ subscriptions, extra: live }, id, payload) {
      if (id.length > LONGEST_OPERATION_ID || id === '__proto__') throw new CloseSocket('BAD_MESSAGE');
      const operation = new SocketOperation(live, id);
      // In the book before it is admitted, so that a `complete` or the socket's end stops that work too.
      (subscriptions as Record<string, unknown>)[id] = operation;
      const args =
        Object.keys(subscriptions).length > subscriptionsPerSocket
          ? shown(Refused.as('TOO_MANY_SUBSCRIPTIONS'), operation.requestId)
          : await admit(operation, payload);
      // The client completed it meanwhile. graphql-ws would take the next operation of this id for this one.
      return operation.isOver ? new Promise<never>(() => {}) : args;
    },

    // The pipeline has executed the operation already; graphql-ws only follows what it left on the passage.
    execute: ({ contextValue }) => contextValue as never,
    subscribe: ({ contextValue }) => contextValue as never,

    onError: (_socket, _id, _payload, [error]) => {
      const failure = error?.originalError;
      return failure instanceof StreamFailure ? failure.errors.map((each) => each.toJSON()) : undefined;
    },
  };

  async function admit(operation: SocketOperation, payload: SubscribePayload) {
    const began = performance.now();
    const passage = new SocketPassage(operation, new RequestLog(log, operation.requestId));
    const asked = toAsked(payload);
    if (!(asked instanceof Refused)) passage.asked = asked;
    const verdict = asked instanceof Refused ? asked : await walk(stages, passage);
    passage.log.info('operation', {
      operation: passage.operation?.name?.value.slice(0, 100),
      kind: passage.operation?.operation,
      status: verdict instanceof Refused ? verdict.code : 'OK',
      durationMs: Math.round(performance.now() - began),
    });
    if (verdict instanceof Refused) return shown(verdict, operation.requestId);
    const args = {
      document: filled(passage.document, 'document'),
      operationName: passage.asked?.operationName,
      contextValue: operation.answerWith(saidIn(passage)),
    };
    // graphql-ws keeps the message as long as the stream lives; nobody reads its text any more.
    Object.assign(payload, { query: '' });
    return args as unknown as ExecutionArgs; // graphql-ws reads no schema when it does not execute
  }

  return makeServer(law);
}

function saidIn(passage: SocketPassage) {
  const answer = filled(passage.answer, 'answer');
  if (answer.kind === 'stream') return answer.events;
  if (answer.kind === 'json') throw new Error('an answer of HTTP reached a socket');
  return outcomeText(answer.outcome, passage.mask ?? maskErrors, passage);
}

const shown = (refused: Refused, requestId: string): GraphQLError[] =>
  refused
    .shownWith(requestId)
    .map(({ message, locations, extensions }) =>
      Object.assign(new GraphQLError(message, { extensions: extensions ?? {} }), { locations }),
    );
