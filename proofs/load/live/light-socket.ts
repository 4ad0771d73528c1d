// A WebSocket client that costs next to nothing, for a crowd of thousands in one process (RFC 6455): it sends short texts
// and reads whole, unmasked, not compressed frames, as a server of ours sends them.
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export interface Ears {
  /** A text message lies in `bytes` from `start` to `end`, only during this call. */
  text(bytes: Buffer, start: number, end: number): void;
  /** The server left, or said something that this client does not understand. */
  lost(why: string): void;
}

export class LightSocket {
  ears: Ears | null = null;
  #rest: Buffer | null = null;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (bytes: Buffer) => this.#read(this.#rest ? Buffer.concat([this.#rest, bytes]) : bytes));
    socket.on('close', () => this.ears?.lost('the socket was closed'));
    socket.on('error', () => {});
  }

  static open(port: number, path: string): Promise<LightSocket> {
    return new Promise((resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true });
      socket.once('error', reject);
      socket.write(
        `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n` +
          `sec-websocket-key: ${randomBytes(16).toString('base64')}\r\nsec-websocket-protocol: graphql-transport-ws\r\n\r\n`,
      );
      socket.once('data', (head: Buffer) => {
        const status = head.toString('latin1', 0, 12);
        if (status === 'HTTP/1.1 101') resolve(new LightSocket(socket));
        else reject(new Error(`the upgrade was answered with ${status}`));
      });
    });
  }

  send(text: string): void {
    this.#write(TEXT, Buffer.from(text));
  }

  close(): void {
    this.ears = null;
    this.socket.destroy();
  }

  /** Masked with zeros, which is a mask (section 5.3). */
  #write(opcode: number, payload: Buffer): void {
    const isShort = payload.length < 126;
    const head = Buffer.alloc(isShort ? 6 : 8);
    head[0] = 0x80 | opcode;
    head[1] = 0x80 | (isShort ? payload.length : 126);
    if (!isShort) head.writeUInt16BE(payload.length, 2);
    this.socket.write(Buffer.concat([head, payload]));
  }

  #read(bytes: Buffer): void {
    let at = 0;
    while (bytes.length - at >= 2) {
      const short = bytes[at + 1]!;
      if (short > 126) throw new Error('a frame is masked or too long');
      if (short === 126 && bytes.length - at < 4) break;
      const start = at + (short === 126 ? 4 : 2);
      const end = start + (short === 126 ? bytes.readUInt16BE(at + 2) : short);
      if (end > bytes.length) break;
      const opcode = bytes[at]! & 0x0f;
      if (opcode === TEXT) this.ears?.text(bytes, start, end);
      else if (opcode === PING) this.#write(PONG, bytes.subarray(start, end));
      else if (opcode === CLOSE) this.ears?.lost(`closed: ${bytes.toString('utf8', start + 2, end)}`);
      at = end;
    }
    this.#rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : null;
  }
}
