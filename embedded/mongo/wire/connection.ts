// One client: cuts the byte stream into frames, runs their commands in order, sends the answers.
import type { Socket } from 'node:net';
import type { Connection, Parts } from '../commands/command.js';
import { MAX_MESSAGE_BYTES } from '../commands/handshake.js';
import { runCommand } from '../commands/run-command.js';
import { HEADER_BYTES, MalformedMessage, readMessage } from './message.js';
import { writeReply } from './reply.js';

/** Bytes over the announced limit that a message's own framing may take. */
const FRAMING = 16 * 1024;

/** Serves a socket until it closes. What cannot be read as a message closes it; nothing else notices. */
export function serveConnection(socket: Socket, connection: Connection, parts: Parts): void {
  let chunks: Buffer[] = [];
  let held = 0;
  let needed = HEADER_BYTES;
  let requestId = 0;
  let turn = Promise.resolve();

  const answer = async (frame: Buffer): Promise<void> => {
    const message = readMessage(frame);
    const outcome = await runCommand(message.body, connection, parts, reportBug);
    if ('close' in outcome) socket.destroy();
    else if (!message.silent && !socket.destroyed) {
      requestId += 1;
      const sent = socket.write(writeReply(message, outcome, requestId));
      // A client that does not read is not served further.
      if (!sent) await drained(socket);
    }
  };

  const takeFrames = (): void => {
    let data = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, held);
    needed = HEADER_BYTES;
    while (data.length >= HEADER_BYTES) {
      const length = data.readInt32LE(0);
      if (length < HEADER_BYTES || length > MAX_MESSAGE_BYTES + FRAMING) {
        socket.destroy();
        return;
      }
      if (data.length < length) {
        needed = length;
        break;
      }
      const frame = data.subarray(0, length);
      data = data.subarray(length);
      turn = turn
        .then(() => answer(frame))
        .catch((error: unknown) => {
          if (!(error instanceof MalformedMessage)) reportBug('a message', error);
          socket.destroy();
        });
    }
    chunks = data.length > 0 ? [data] : [];
    held = data.length;
  };

  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    held += chunk.length;
    if (held >= needed) takeFrames();
  });
}

const drained = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done);
      socket.off('close', done);
      resolve();
    };
    socket.on('drain', done);
    socket.on('close', done);
  });

function reportBug(command: string, error: unknown): void {
  const stack = error instanceof Error ? error.stack : String(error);
  console.error(
    JSON.stringify({ ts: new Date().toISOString(), level: 'ERROR', service: 'mongo', msg: `${command} failed`, stack }),
  );
}
