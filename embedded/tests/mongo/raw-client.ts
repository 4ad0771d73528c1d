// Speaks the wire protocol without a driver: for what drivers never send.
import { connect, type Socket } from 'node:net';
import { type Document, deserialize, serialize } from 'bson';

const OP_MSG = 2013;

/** One OP_MSG with a single section. */
export function frameOf(body: Document): Buffer {
  const bytes = serialize(body);
  const header = Buffer.alloc(21);
  header.writeInt32LE(21 + bytes.length, 0);
  header.writeInt32LE(1, 4);
  header.writeInt32LE(OP_MSG, 12);
  return Buffer.concat([header, bytes]);
}

export const dial = (port: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

/** Resolves when the other side has closed the connection. */
export const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => {});
    socket.once('close', () => resolve());
    socket.resume();
  });

/** The next whole answer. */
export const answerOf = (socket: Socket): Promise<Document> =>
  new Promise((resolve, reject) => {
    let data = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      data = Buffer.concat([data, chunk]);
      if (data.length >= 16 && data.length >= data.readInt32LE(0)) resolve(deserialize(data.subarray(21)));
    });
    socket.once('close', () => reject(new Error('closed without an answer')));
  });

/** Sends one command on a connection of its own. */
export async function rawCommand(port: number, database: string, command: Document): Promise<Document> {
  const socket = await dial(port);
  try {
    const answer = answerOf(socket);
    socket.write(frameOf({ ...command, $db: database }));
    return await answer;
  } finally {
    socket.destroy();
  }
}
