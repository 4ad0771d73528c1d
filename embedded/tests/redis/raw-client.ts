// A bare RESP connection for tests: sends exactly what it is told and shows every answer in its exact type.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Answer, decodeAnswer } from './decode-answer.js';

export class RawClient {
  private received = Buffer.alloc(0);
  private closed = false;
  private wake: (() => void) | undefined;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (chunk) => {
      this.received = Buffer.concat([this.received, chunk]);
      this.wake?.();
    });
    // A reset is a way of being closed; tests look at `isClosed`.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      this.wake?.();
    });
  }

  static async open(url: string): Promise<RawClient> {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port || 6379), hostname);
    socket.setNoDelay(true);
    await once(socket, 'connect');
    return new RawClient(socket);
  }

  /** Sends a command as an array of bulk strings; each character is one byte. */
  send(argv: readonly string[]): void {
    this.write(`*${argv.length}\r\n${argv.map((arg) => `$${arg.length}\r\n${arg}\r\n`).join('')}`);
  }

  write(bytes: string): void {
    this.socket.write(bytes, 'latin1');
  }

  /** The next answer or pushed message; throws when the server closes the connection first. */
  async next(): Promise<Answer> {
    for (;;) {
      const decoded = decodeAnswer(this.received, 0);
      if (decoded) {
        this.received = this.received.subarray(decoded.end);
        return decoded.answer;
      }
      if (this.closed) throw new Error('the server closed the connection');
      await this.somethingNew();
    }
  }

  async call(argv: readonly string[]): Promise<Answer> {
    this.send(argv);
    return this.next();
  }

  /** Resolves when the server has closed the connection and everything it sent was taken. */
  async untilClosed(): Promise<void> {
    while (!this.closed) await this.somethingNew();
    if (this.received.length > 0) throw new Error(`unexpected before the close: ${this.received.toString('latin1')}`);
  }

  /** Stops, or goes on, taking bytes from the socket. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  get isClosed(): boolean {
    return this.closed;
  }

  close(): void {
    this.socket.destroy();
  }

  private async somethingNew(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }
}
