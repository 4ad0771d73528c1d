// Subscriptions of a subgraph over graphql-ws. One socket of the router carries many viewers: the socket's
// connection_init is signed, and so is each subscribe message, which brings its own viewer.
import type { Server } from 'node:http';
import { GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { Deadline } from '../deadline/deadline.js';
import { type CallerVerifier, subscribeBody } from '../identity/caller-assertion.js';
import type { Logger } from '../telemetry/logger.js';
import { type Call, type CallContext, callOf } from './call.js';
import { subscribeFresh } from './subscribe-fresh.js';

const LARGEST_FRAME = 256 * 1024;
const PATH = '/graphql';

interface Options<C extends CallContext> {
  schema: GraphQLSchema;
  verifier: CallerVerifier;
  server: Server;
  log: Logger;
  context: (call: Call) => C;
}

export function serveSubscriptions<C extends CallContext>({ schema, verifier, server, log, context }: Options<C>) {
  const sockets = new WebSocketServer({ server, path: PATH, maxPayload: LARGEST_FRAME });
  const law = useServer(
    {
      schema,
      onConnect: ({ connectionParams }) =>
        verifier.verify(String(connectionParams?.['caller'] ?? ''), 'WS', PATH, '') !== null,
      onSubscribe: (_socket, _id, { query, variables, operationName, extensions }) => {
        const assertion = String(extensions?.['caller'] ?? '');
        const claims = verifier.verify(assertion, 'SUBSCRIBE', PATH, subscribeBody(query, variables));
        if (!claims) return [refusal('This message is not signed by the router.', 'UNAUTHENTICATED')];
        const call = callOf(claims, Deadline.at(claims.deadline), log);
        try {
          const document = parse(query);
          const complaints = validate(schema, document); // throws on some documents in graphql 16: hence inside the try
          if (complaints.length > 0) return complaints;
          return { schema, document, operationName, variableValues: variables, contextValue: { call } };
        } catch (error) {
          return [error instanceof GraphQLError ? error : refusal('This document cannot be read.', 'BAD_REQUEST')];
        }
      },
      subscribe: (args) => subscribeFresh(args, context) as never,
    },
    sockets,
    12_000,
  );
  return {
    /** Tells every socket 1001 and waits until they are gone. */
    close: async () => {
      await law.dispose();
    },
  };
}

const refusal = (message: string, code: string) => new GraphQLError(message, { extensions: { code } });
