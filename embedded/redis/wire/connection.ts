/**
 * One client connection: bytes in, commands run one after the other, replies out in the same order.
 * Promises that whatever this client sends or fails to read harms nobody but itself.
 */
import type { Socket } from 'node:net';
import { isWait, NO_REPLY } from '../execute/command.js';
import type { Engine } from '../execute/engine.js';
import { execute } from '../execute/execute.js';
import { Session, type SessionLink } from '../execute/session.js';
import { SUBSCRIBER_BACKLOG_BYTES } from './output-limit.js';
import { RequestParser } from './parse-resp.js';
import { error, type Reply } from './reply.js';
import { OutputPieces, writeReply } from './write-resp.js';

export class Connection implements SessionLink {
  readonly address: string;
  private readonly parser = new RequestParser();
  private readonly out = new OutputPieces();
  private readonly session: Session;
  private commands: string[][] = [];
  private waiting = false;
  private closing = false;
  private flushPlanned = false;

  constructor(
    private readonly socket: Socket,
    private readonly engine: Engine,
  ) {
    this.address = `${socket.remoteAddress}:${socket.remotePort}`;
    this.session = new Session(engine.newSessionId(), this);
    engine.sessions.set(this.session.id, this.session);
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.receive(chunk));
    // A broken socket is closed by Node right after, and 'close' does the rest.
    socket.on('error', () => undefined);
    socket.on('close', () => this.forget());
  }

  send(reply: Reply): void {
    if (this.closing) return;
    writeReply(this.out, reply, this.session.protocol);
    const behind = this.out.size + this.socket.writableLength;
    if (behind > SUBSCRIBER_BACKLOG_BYTES && this.session.subscriptions > 0) this.abandon();
    else this.planFlush();
  }

  close(): void {
    this.commands = [];
    this.flush();
    this.closing = true;
    this.socket.destroySoon();
  }

  private receive(chunk: Buffer): void {
    if (this.closing) return;
    this.commands.push(...this.parser.push(chunk));
    this.runCommands();
  }

  /** Runs what has arrived, up to a command that has to wait. */
  private runCommands(): void {
    let at = 0;
    const commands = this.commands;
    this.commands = [];
    while (at < commands.length && !this.waiting && !this.closing) this.runOne(commands[at++]!);
    if (this.closing) return;
    this.commands = [...commands.slice(at), ...this.commands];
    if (this.waiting || this.parser.fault === undefined) return;
    this.send(error(this.parser.fault));
    this.close();
  }

  private runOne(argv: string[]): void {
    const outcome = execute(this.engine, this.session, argv);
    if (outcome === NO_REPLY) return;
    if (isWait(outcome)) {
      this.waiting = true;
      this.engine.waiting.park(this.session, argv, outcome, (reply) => this.resume(reply));
    } else {
      this.send(outcome);
    }
  }

  private resume(reply: Reply): void {
    this.waiting = false;
    this.send(reply);
    // Later, so that a client served in the middle of another one's command does not run its next commands there.
    setImmediate(() => this.runCommands());
  }

  /** Once per turn: replies leave together, and only after the journal has what they acknowledge. */
  private planFlush(): void {
    if (this.flushPlanned) return;
    this.flushPlanned = true;
    queueMicrotask(() => this.flush());
  }

  private flush(): void {
    this.flushPlanned = false;
    if (this.closing || this.out.size === 0) return;
    this.engine.journal?.writeOut();
    this.socket.cork();
    for (const piece of this.out.take()) this.socket.write(piece, 'latin1');
    this.socket.uncork();
  }

  /** Cuts a subscriber that does not read; it has lost its place in the stream of messages anyway. */
  private abandon(): void {
    this.closing = true;
    this.out.take();
    this.forget();
    this.socket.destroy();
  }

  private forget(): void {
    this.closing = true;
    this.commands = [];
    this.engine.forget(this.session);
  }
}
