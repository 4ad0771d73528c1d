// Apollo Server around the executor: HTTP content negotiation, Sandbox, CSRF's second wall. It gets only operations that
// passed the pipeline, so it neither validates nor shows errors of its own.
import { ApolloServer, HeaderMap } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloServerPluginLandingPageLocalDefault } from '@apollo/server/plugin/landingPage/default';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Answer, Asked, Passage } from '../passage.js';
import { filled } from '../passage.js';
import { maskErrors } from '../respond/mask-errors.js';
import type { Call } from './call.js';
import type { Executor } from './executor.js';

export type Shell = ApolloServer<{ call: Call }>;

/** `showsSandbox`: the landing page is Apollo Sandbox. */
export async function openShell(executor: Executor, showsSandbox: boolean): Promise<Shell> {
  const shell: Shell = new ApolloServer<{ call: Call }>({
    gateway: asGateway(executor),
    introspection: true, // the pipeline decides, for both transports
    dangerouslyDisableValidation: true, // the pipeline validated the same document against the same schema
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [
      showsSandbox
        ? ApolloServerPluginLandingPageLocalDefault({ embed: { runTelemetry: false }, footer: false })
        : ApolloServerPluginLandingPageDisabled(),
      {
        requestDidStart: async ({ contextValue: { call } }) => ({
          willSendResponse: async ({ response: { body }, errors }) => {
            if (body.kind === 'single' && errors) {
              body.singleResult.errors = maskErrors(errors, call.log, call.requestId).map((error) => error.toJSON());
            }
          },
        }),
      },
    ],
  });
  await shell.start();
  return shell;
}

/** The executor as Apollo Server wants it: as the gateway it is. */
function asGateway(executor: Executor): never {
  type Request = {
    request: { query: string; variables?: Record<string, unknown>; operationName?: string };
    document: never;
    context: { call: Call };
  };
  const gateway = {
    load: async () => ({
      executor: ({ request: { query, variables = {}, operationName }, document, context: { call } }: Request) =>
        executor.execute({ query, document, operationName, variables }, call),
    }),
    onSchemaLoadOrUpdate(loaded: (schemas: object) => void) {
      loaded({ apiSchema: executor.schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
  return gateway as never;
}

/** Runs an admitted query or mutation for an HTTP client. */
export async function answerHttp(shell: Shell, { http, asked }: Passage, call: Call): Promise<Answer> {
  const { request } = filled(http, 'http');
  const headers = new HeaderMap();
  for (const name of FORWARDED) if (request.headers[name]) headers.set(name, String(request.headers[name]));
  const {
    status,
    headers: answered,
    body,
  } = await shell.executeHTTPGraphQLRequest({
    context: async () => ({ call }),
    httpGraphQLRequest: {
      method: request.method ?? 'POST',
      headers,
      search: new URL(request.url ?? '/', 'http://router').search,
      body: asked,
    },
  });
  if (body.kind !== 'complete') throw new Error('an answer came in parts');
  answered.delete('content-length'); // of the body before it is written
  return { kind: 'http', status: status ?? 200, headers: answered, body: body.string };
}

/** What the shell may know of the client's headers; everything else ends here. */
const FORWARDED = ['accept', 'content-type', 'apollo-require-preflight', 'x-apollo-operation-name'] as const;

/** Runs an admitted query or mutation for a WebSocket client. */
export async function answerSocket(shell: Shell, asked: Asked, call: Call): Promise<Answer> {
  const { query, operationName, variables } = asked;
  const { body } = await shell.executeOperation(
    { query, ...(operationName !== undefined && { operationName }), ...(variables && { variables: { ...variables } }) },
    { contextValue: { call } },
  );
  if (body.kind !== 'single') throw new Error('an answer came in parts');
  const { data, errors, extensions } = body.singleResult;
  return {
    kind: 'result',
    result: {
      ...(data !== undefined && { data }),
      ...(errors && { errors: errors.map(revive) }),
      ...(extensions && { extensions }),
    },
  };
}

/** graphql-ws calls toJSON() on each error it sends. */
const revive = ({ message, path, locations, extensions }: GraphQLFormattedError): GraphQLError =>
  Object.assign(new GraphQLError(message, { ...(path && { path }), extensions: extensions ?? {} }), { locations });
