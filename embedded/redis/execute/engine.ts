/** Everything the server holds: databases, clients, channels, waiting clients, and the changes still to be journalled. */
import { Clock } from '../keyspace/clock.js';
import { Keyspace, type KeyspaceListener } from '../keyspace/keyspace.js';
import { Channels } from './channels.js';
import type { Command } from './command.js';
import type { Session } from './session.js';
import { WaitingClients } from './waiting-clients.js';
import { Watchers } from './watchers.js';

export const DATABASES = 16;
const SWEEP_EVERY_MS = 100;

/** A command that changed data, to be run again by a replay. */
export interface Effect {
  readonly database: number;
  readonly argv: readonly string[];
}

export interface Journal {
  /** Notes effects that belong together: after a crash there are all of them or none. */
  append(at: number, effects: readonly Effect[]): void;
  /** Hands everything appended to the operating system; called before any reply leaves. */
  writeOut(): void;
}

export class Engine implements KeyspaceListener {
  readonly startedAt = Date.now();
  readonly clock = new Clock();
  readonly databases: readonly Keyspace[];
  readonly sessions = new Map<number, Session>();
  readonly channels = new Channels();
  readonly waiting = new WaitingClients(this);
  readonly watchers = new Watchers();
  /** SHA-1 of the scripts that clients have loaded. */
  readonly loadedScripts = new Set<string>();
  /** Counts every change of data. */
  changes = 0;
  journal: Journal | undefined;
  private effects: Effect[] = [];
  private nextSessionId = 1;
  private readonly sweeper: NodeJS.Timeout;

  constructor(
    /** Lower-case name -> command. */
    readonly commands: ReadonlyMap<string, Command>,
  ) {
    this.databases = Array.from({ length: DATABASES }, (_, index) => new Keyspace(index, this.clock, this));
    this.sweeper = setInterval(() => this.sweep(), SWEEP_EVERY_MS).unref();
  }

  newSessionId(): number {
    return this.nextSessionId++;
  }

  keyTouched(keyspace: Keyspace, key: string): void {
    const id = `${keyspace.index}:${key}`;
    this.watchers.touch(id);
    this.waiting.touch(id);
  }

  dataChanged(): void {
    this.changes++;
  }

  noteEffect(effect: Effect): void {
    this.effects.push(effect);
  }

  /** Ends one command or transaction: journals what it did, then serves the clients that waited for it. */
  settle(): void {
    this.journalEffects();
    this.waiting.serve();
  }

  journalEffects(): void {
    if (this.effects.length === 0) return;
    this.journal?.append(this.clock.now, this.effects);
    this.effects = [];
  }

  /** Forgets a client that is gone. */
  forget(session: Session): void {
    this.sessions.delete(session.id);
    this.channels.leaveAll(session);
    this.watchers.unwatch(session);
    this.waiting.drop(session);
  }

  stop(): void {
    clearInterval(this.sweeper);
    this.waiting.dropAll();
  }

  private sweep(): void {
    this.clock.tick();
    for (const keyspace of this.databases) keyspace.sweep();
    this.settle();
  }
}
