// Every refusal the router makes by itself: code, HTTP status, English sentence.
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

export const catalogue = {
  HEADERS_TOO_LARGE: [431, 'Too many request headers.'],
  METHOD_NOT_ALLOWED: [405, 'Use POST; GET is for queries only.'],
  NOT_ACCEPTABLE: [
    406,
    'Accept application/graphql-response+json or application/json; text/event-stream or multipart/mixed;subscriptionSpec="1.0" for subscriptions.',
  ],
  CSRF: [400, 'Send content-type: application/json, or the header apollo-require-preflight.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'Send application/json in UTF-8, without content-encoding.'],
  BODY_TOO_LARGE: [413, 'The request body is larger than 1 MiB.'],
  BAD_REQUEST: [400, 'This is not a GraphQL request in JSON.'],
  BATCHING_OFF: [400, 'One operation per request: batching is off.'],
  POST_ONLY: [405, 'Use POST.'],
  FOREIGN_ORIGIN: [403, 'Only our own pages may do this.'],
  FORM_TOO_LARGE: [413, 'The request body is larger than 16 KiB.'],
  BAD_FORM: [400, 'This is not the JSON that is expected here.'],
  SESSION_OVER: [401, 'The session is over; sign in again.'],
  SESSIONS_UNAVAILABLE: [503, 'Sessions are unavailable at the moment; try again.'],
  UNAUTHENTICATED: [401, 'The access token is not valid any more; sign in or refresh.'],
  UNKNOWN_GUEST: [401, 'The guest token is not valid any more; ask for another.'],
  IDENTITY_UNAVAILABLE: [503, 'Access tokens cannot be verified at the moment; try again.'],
  DOCUMENT_TOO_LARGE: [400, 'The document is too large.'],
  GRAPHQL_PARSE_FAILED: [400, 'The document is not GraphQL.'],
  OPERATION_RESOLUTION_FAILURE: [400, 'The document has no such operation, or several and none is named.'],
  SUBSCRIPTION_TRANSPORT_REQUIRED: [
    406,
    'Subscribe over WebSocket (graphql-transport-ws), or accept text/event-stream or multipart/mixed;subscriptionSpec="1.0".',
  ],
  TOO_DEEP: [400, 'The document nests too deep.'],
  TOO_MANY_SELECTIONS: [400, 'The document selects too many fields.'],
  TOO_MANY_ROOT_FIELDS: [400, 'The operation has too many root fields.'],
  TOO_MANY_ALIASES: [400, 'The document has too many aliases.'],
  TOO_MANY_DIRECTIVES: [400, 'The document has too many directives.'],
  TOO_MANY_RECORDS: [400, 'The operation asks for more than 5,000 records; ask for smaller pages.'],
  BAD_ALIAS: [400, 'An alias may not begin with two underscores.'],
  ONE_PER_OPERATION: [400, 'An operation may ask for at most one of these fields, once.'],
  INTROSPECTION_OFF: [400, 'The schema is not shown here.'],
  PLAN_IMPOSSIBLE: [400, 'This operation cannot be planned, so nothing was asked.'],
  GRAPHQL_VALIDATION_FAILED: [400, 'The document does not fit the schema.'],
  TOO_MANY_SUBSCRIPTIONS: [400, 'This socket carries too many operations.'],
  TOO_MANY_STREAMS: [429, 'Too many streams are open; end one of them first.'],
  SUBGRAPH_UNAVAILABLE: [200, 'A part of the graph is unavailable at the moment.'],
  SUBGRAPH_AWAY: [502, 'This part of the graph is unavailable at the moment.'],
  SUBGRAPH_TIMEOUT: [200, 'A part of the graph did not answer in time.'],
  SUBSCRIPTION_SOURCE_CLOSED: [200, 'The source of this subscription ended; subscribe again from your last eventId.'],
  SUBSCRIPTION_ENDED_BY_RELOAD: [200, 'The schema changed, and this subscription asks for what is gone.'],
  SUBSCRIPTION_SOURCE_UNAVAILABLE: [200, 'The source of this subscription is unavailable; try again.'],
  SLOW_CONSUMER: [
    200,
    'The events of this subscription were not taken in time; subscribe again from your last eventId.',
  ],
  INTERNAL: [500, 'Something went wrong on our side.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

/**
 * Said of requests that are well-formed, about what they ask for: a GraphQL request error (GraphQL over HTTP, section
 * "application/json"). Everything else is said of the request itself, by its HTTP status, whatever the client accepts.
 */
const requestErrors: ReadonlySet<string> = new Set<RefusalCode>([
  'DOCUMENT_TOO_LARGE',
  'GRAPHQL_PARSE_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'TOO_DEEP',
  'TOO_MANY_SELECTIONS',
  'TOO_MANY_ROOT_FIELDS',
  'TOO_MANY_ALIASES',
  'TOO_MANY_DIRECTIVES',
  'TOO_MANY_RECORDS',
  'BAD_ALIAS',
  'ONE_PER_OPERATION',
  'INTROSPECTION_OFF',
  'GRAPHQL_VALIDATION_FAILED',
]);

/** A name of 15,000 characters would come back in the complaint about it. */
const LONGEST_MESSAGE = 300;

export type RefusalCode = keyof typeof catalogue;
export const refusalCodes = Object.keys(catalogue) as RefusalCode[];

/** A "no" of the router, ready to be shaped for either transport. */
export class Refused {
  private constructor(
    readonly code: RefusalCode,
    readonly errors: readonly GraphQLError[],
  ) {}

  static as(code: RefusalCode): Refused {
    return new Refused(code, [errorOf(code)]);
  }

  /** With GraphQL's own words, e.g. of a validation. */
  static because(code: RefusalCode, errors: readonly GraphQLError[]): Refused {
    return new Refused(
      code,
      errors.map(({ message, nodes, source, positions }) => {
        const text = message.slice(0, LONGEST_MESSAGE);
        return new GraphQLError(text, { nodes, source, positions, extensions: { code } });
      }),
    );
  }

  /** Whether the request was well-formed, and what it asks for is refused. */
  get isRequestError(): boolean {
    return requestErrors.has(this.code);
  }

  get status(): number {
    return catalogue[this.code][0];
  }

  /** The errors as they leave, each with the request id. */
  shownWith(requestId: string): GraphQLFormattedError[] {
    return this.errors.map(({ message, locations, extensions }) => ({
      message,
      ...(locations && { locations }),
      extensions: { ...extensions, requestId },
    }));
  }
}

/** A GraphQL error with one of our codes. */
export const errorOf = (code: RefusalCode, message: string = catalogue[code][1]): GraphQLError =>
  new GraphQLError(message, { extensions: { code } });
