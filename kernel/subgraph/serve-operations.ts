// Queries and mutations of a subgraph over HTTP. A call without the router's assertion gets 401 before anything is parsed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
import {
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import { Deadline } from '../deadline/deadline.js';
import { type CallerVerifier, callerHeader } from '../identity/caller-assertion.js';
import type { Logger } from '../telemetry/logger.js';
import { type Call, type CallContext, callOf } from './call.js';
import { maskError } from './mask-error.js';
import { readBody } from './read-body.js';

const LARGEST_BODY = 2 * 1024 * 1024;

interface Options<C extends CallContext> {
  schema: GraphQLSchema;
  verifier: CallerVerifier;
  log: Logger;
  context: (call: Call) => C;
}

export async function serveOperations<C extends CallContext>({ schema, verifier, log, context }: Options<C>) {
  const apollo = new ApolloServer<C>({
    schema,
    introspection: true, // only the router can ask
    csrfPrevention: false, // a browser cannot sign a call
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginInlineTraceDisabled(), // it announces itself on the console
      {
        // Masking needs the request's log and id, so it stands here and not in formatError.
        requestDidStart: async ({ contextValue: { call } }) => ({
          willSendResponse: async ({ response: { body }, errors }) => {
            if (body.kind === 'single' && errors) {
              body.singleResult.errors = errors.map((error) => maskError(error, call));
            }
          },
        }),
      },
    ],
  });
  await apollo.start();

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request, LARGEST_BODY);
    const assertion = request.headers[callerHeader];
    const claims = body && verifier.verify(String(assertion ?? ''), request.method ?? '', request.url ?? '', body);
    if (!claims) {
      // The connection is closed when the body was too large to be read to its end.
      response.writeHead(body ? 401 : 413, body ? {} : { connection: 'close' }).end();
      return;
    }
    const deadline = Deadline.at(claims.deadline);
    const call = callOf(claims, deadline, log);
    const began = performance.now();
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const answer = await apollo.executeHTTPGraphQLRequest({
      context: async () => context(call),
      httpGraphQLRequest: { method: 'POST', headers, search: '', body: parseJson(body) },
    });
    response.writeHead(answer.status ?? 200, Object.fromEntries(answer.headers));
    response.end(answer.body.kind === 'complete' ? answer.body.string : undefined);
    call.log.info('request', { durationMs: Math.round(performance.now() - began), status: answer.status ?? 200 });
  }

  return { handle, close: () => apollo.stop() };
}

/** Undefined for text that is no JSON; Apollo Server then answers 400 with its own refusal. */
function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
