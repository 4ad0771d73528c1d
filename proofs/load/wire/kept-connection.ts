// One kept-alive connection that posts to a router, one request at a time, at as little cost to the asker as there is.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type Message, messageReader } from './read-messages.js';

export class KeptConnection {
  readonly #head: string;
  readonly #socket: Socket;
  #settle: { resolve(message: Message): void; reject(error: Error): void } | null = null;

  private constructor(socket: Socket, url: URL, token: string) {
    this.#socket = socket.setNoDelay(true);
    this.#head = [
      `POST ${url.pathname} HTTP/1.1`,
      `host: ${url.host}`,
      'content-type: application/json',
      'accept: application/json',
      `authorization: Bearer ${token}`,
      'content-length: ',
    ].join('\r\n');
    socket.on(
      'data',
      messageReader((message) => this.#settle?.resolve(message)),
    );
    socket.on('error', (error) => this.#settle?.reject(error));
    socket.on('close', () => this.#settle?.reject(new Error('the router closed the connection')));
  }

  static async open(address: string, token: string): Promise<KeptConnection> {
    const url = new URL(address);
    const socket = connect(Number(url.port), url.hostname);
    await once(socket, 'connect');
    return new KeptConnection(socket, url, token);
  }

  /** Resolves with the answer's body as latin1 text; rejects when its status is not 200. `body` is ASCII. */
  async post(body: string): Promise<string> {
    const answered = new Promise<Message>((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    this.#socket.write(`${this.#head}${body.length}\r\n\r\n${body}`, 'latin1');
    const message = await answered;
    this.#settle = null;
    if (!message.head.startsWith('HTTP/1.1 200')) throw new Error(`${message.head}\n${message.body.slice(0, 500)}`);
    return message.body;
  }

  close(): void {
    this.#settle = null;
    this.#socket.destroy();
  }
}
