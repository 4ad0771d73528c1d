/** The shape of a command in the table, and of what running one gives. */
import type { Keyspace } from '../keyspace/keyspace.js';
import type { Reply } from '../wire/reply.js';
import type { Engine } from './engine.js';
import type { Session } from './session.js';

/** The command has sent whatever there was to send by itself. */
export const NO_REPLY = Symbol('no reply');

/** The command found nothing to answer yet: its client waits until one of the keys is touched. */
export interface Wait {
  readonly kind: 'wait';
  readonly keys: readonly string[];
  /** 0 waits for ever. */
  readonly timeoutMs: number;
  /** Answer when nothing came in time; at once inside a transaction or a script. */
  readonly timeoutReply: Reply;
  /** Tries again, with the clock of that moment; undefined keeps waiting, a CommandError ends the wait. */
  attempt(now: number): Reply | undefined;
}

export type Outcome = Reply | Wait | typeof NO_REPLY;

export interface Call {
  readonly engine: Engine;
  readonly session: Session;
  /** The database selected by the session. */
  readonly db: Keyspace;
  /** Milliseconds since 1970, the same for the whole command or transaction. */
  readonly now: number;
}

export interface Command {
  /** Lower case. */
  readonly name: string;
  /** Number of arguments with the name: n is exactly n, -n is at least n. */
  readonly arity: number;
  /** Refuses, by a CommandError, what Redis refuses before it runs or queues a command. */
  check?(args: readonly string[]): void;
  /** Runs it; `args` come without the name. Throws CommandError to refuse. */
  run(args: string[], call: Call): Outcome;
  /** Runs at once inside MULTI instead of being queued. */
  readonly immediate?: boolean;
  /** Allowed on a RESP2 connection that is subscribed. */
  readonly whileSubscribed?: boolean;
  /** Runs other commands: those are journalled, not this one. */
  readonly transparent?: boolean;
}

export function isWait(outcome: Outcome): outcome is Wait {
  return typeof outcome === 'object' && outcome !== null && 'kind' in outcome && outcome.kind === 'wait';
}

/** True when the number of arguments, name included, is one the command takes. */
export function fitsArity(arity: number, count: number): boolean {
  return arity >= 0 ? count === arity : count >= -arity;
}
