// How events are written into an HTTP response that stays open: as server-sent events (graphql-sse, PROTOCOL.md, "Distinct
// connections mode"), or in parts (Apollo's multipart protocol for subscriptions, version 1.0).
import type { StreamEnd } from '../subscriptions/event-stream.js';
import type { StreamFormat } from './answer-format.js';

export interface Writing {
  readonly contentType: string;
  /** Sent at once, so that the client knows that it is heard. */
  readonly opening: string;
  /** Around the text of one event. */
  readonly before: string;
  readonly after: string;
  /** Keeps what stands between from closing a silent connection. */
  readonly heartbeat: string;
  end(how: StreamEnd): string;
}

/** The text of an event is one line: JSON escapes line ends. */
const eventStream: Writing = {
  contentType: 'text/event-stream; charset=utf-8',
  opening: ':\n\n',
  before: 'event: next\ndata: ',
  after: '\n\n',
  heartbeat: ':\n\n',
  end: (how) => `${errorsOf(how, (errors) => `event: next\ndata: {"errors":${errors}}\n\n`)}event: complete\ndata:\n\n`,
};

const BOUNDARY = 'graphql';
const DELIMITER = `\r\n--${BOUNDARY}`;
const PART = '\r\ncontent-type: application/json\r\n\r\n';

/** Each delimiter is sent with the part before it: clients read a part when they see its end. */
const multipart: Writing = {
  contentType: `multipart/mixed;boundary="${BOUNDARY}";subscriptionSpec="1.0"`,
  opening: DELIMITER,
  before: `${PART}{"payload":`,
  after: `}${DELIMITER}`,
  heartbeat: `${PART}{}${DELIMITER}`,
  end: (how) => `${errorsOf(how, (errors) => `${PART}{"payload":null,"errors":${errors}}${DELIMITER}`)}--\r\n`,
};

const errorsOf = (how: StreamEnd, write: (errors: string) => string): string =>
  how.kind === 'failed' ? write(JSON.stringify(how.errors)) : '';

export const writings: Readonly<Record<StreamFormat, Writing>> = { 'event-stream': eventStream, multipart };
