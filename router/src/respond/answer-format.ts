// In what form an answer leaves: the media types of GraphQL over HTTP, and those that carry a stream.

export const mediaTypes = {
  'graphql-response': 'application/graphql-response+json',
  json: 'application/json',
  'event-stream': 'text/event-stream',
  multipart: 'multipart/mixed',
} as const;

/** What carries the events of a subscription: graphql-sse (distinct connections), or Apollo's multipart protocol. */
export type StreamFormat = 'event-stream' | 'multipart';

/**
 * `either` stands for a client that does not mind: it gets application/json, but an answer without data comes as
 * application/graphql-response+json, in which an HTTP status may say that it failed.
 */
export type AnswerFormat = 'graphql-response' | 'json' | 'either' | StreamFormat;

/** What the client takes. */
export interface Accepted {
  /** For one result. */
  readonly answer: AnswerFormat;
  /** For a subscription; null when it named no type that could carry one. */
  readonly stream: StreamFormat | null;
}

export const acceptsAnything: Accepted = { answer: 'either', stream: null };

export const isStreamFormat = (format: AnswerFormat): format is StreamFormat =>
  format === 'event-stream' || format === 'multipart';

/** The Content-Type of one result, of which it matters whether it has data. */
export function contentTypeOf(format: AnswerFormat, hasData: boolean): string {
  const isPlain = format === 'json' || (format === 'either' && hasData) || isStreamFormat(format);
  return isPlain ? PLAIN : GRAPHQL_RESPONSE;
}

const PLAIN = `${mediaTypes.json}; charset=utf-8`;
const GRAPHQL_RESPONSE = `${mediaTypes['graphql-response']}; charset=utf-8`;
