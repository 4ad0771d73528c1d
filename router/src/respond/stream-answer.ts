// Answers that are streamed to an HTTP client: the events of a subscription as they come, or one result for who accepts
// nothing but a stream. A client that leaves, or does not read, releases the source at once.
import type { ServerResponse } from 'node:http';
import { seconds } from '@mosaic/kernel/values/time';
import type { ByteText } from '../bounds/byte-text.js';
import type { EventStream, StreamEnd } from '../subscriptions/event-stream.js';
import type { StreamFormat } from './answer-format.js';
import { type Writing, writings } from './stream-formats.js';

const HEARTBEAT_EVERY_MS = seconds(12);
/** Bytes that may wait for a client before it counts as one that does not read. */
const MOST_UNREAD = 1024 * 1024;
/** Bytes beyond which a backlog waits with its source; more than a socket takes before it asks to wait. */
const ENOUGH_UNSENT = 128 * 1024;
/** How long a client has to read the end. */
const END_PATIENCE = seconds(10);

export type StreamOver = 'completed' | 'failed' | 'left' | 'unread';

/**
 * Asks the source and answers 200; the response ends with the stream, and `ended` is called, once, as soon as it is over. Answers
 * with the way to end it from our side, which tells the client how, and may be taken more than once.
 */
export function streamEvents(
  response: ServerResponse,
  format: StreamFormat,
  stream: EventStream,
  ended: (how: StreamOver) => void,
): (how: StreamEnd) => void {
  const writing = begin(response, format);
  let isOver = false;
  let leave = () => {};
  const beat = setInterval(() => response.write(writing.heartbeat), HEARTBEAT_EVERY_MS);
  const over = (how: StreamOver) => {
    if (isOver) return;
    isOver = true;
    clearInterval(beat);
    leave();
    ended(how);
  };
  const end = (how: StreamEnd) => {
    if (isOver) return;
    response.end(writing.end(how));
    const patience = setTimeout(() => response.destroy(), END_PATIENCE);
    response.once('close', () => clearTimeout(patience));
    over(how.kind);
  };
  response.once('close', () => over('left'));
  leave = stream.open({
    next({ bytes }) {
      if (isOver) return;
      if (response.writableLength > MOST_UNREAD) {
        over('unread');
        response.destroy();
        return;
      }
      response.cork(); // one chunk for the three
      response.write(writing.before);
      response.write(bytes);
      response.write(writing.after);
      response.uncork();
    },
    end,
    pace: () => (response.writableLength > ENOUGH_UNSENT ? untilRead(response) : null),
  });
  if (isOver) leave(); // the source ended, or the client left, before there was a way to leave
  return end;
}

/** Settles when the client has read on, or left. NOTE: by the socket. The response says nothing of what was written in one cork. */
const untilRead = ({ socket }: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (!socket || socket.destroyed) return void resolve();
    const settle = () => {
      socket.off('drain', settle).off('close', settle);
      resolve();
    };
    socket.once('drain', settle).once('close', settle);
  });

/** One result, and the end. */
export function streamOne(response: ServerResponse, format: StreamFormat, text: ByteText): void {
  const { before, after, end } = begin(response, format);
  response.end(`${before}${text}${after}${end({ kind: 'completed' })}`, 'latin1');
}

function begin(response: ServerResponse, format: StreamFormat): Writing {
  const writing = writings[format];
  response.writeHead(200, { 'content-type': writing.contentType });
  response.write(writing.opening);
  return writing;
}
