/** MULTI, EXEC, DISCARD and WATCH. */
import { type Call, type Command, isWait, NO_REPLY, type Outcome } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import { runCommand } from '../execute/run-command.js';
import { NULL_ARRAY, OK, type Reply } from '../wire/reply.js';

/** Runs what was queued without a break: all of it, or nothing when a watched key was touched. */
function exec(_args: string[], call: Call): Reply {
  const { engine, session } = call;
  const transaction = session.transaction;
  if (!transaction) throw new CommandError('ERR EXEC without MULTI');
  const conflict = isWatchBroken(call);
  session.transaction = undefined;
  engine.watchers.unwatch(session);
  if (transaction.refused) throw new CommandError('EXECABORT Transaction discarded because of previous errors.');
  if (conflict) return NULL_ARRAY;
  return transaction.queued.flatMap(({ command, argv }): Reply[] => {
    const outcome = runCommand(engine, session, command, argv);
    // Nothing waits inside a transaction: a blocking read answers at once as if its time were over.
    if (isWait(outcome)) return [outcome.timeoutReply];
    return outcome === NO_REPLY ? [] : [outcome];
  });
}

/** A watched key that has expired counts as touched: looking at it removes it. */
function isWatchBroken({ engine, session }: Call): boolean {
  for (const id of session.watched) {
    const colon = id.indexOf(':');
    engine.databases[Number(id.slice(0, colon))]!.find(id.slice(colon + 1));
  }
  return session.watchBroken;
}

function watch(keys: string[], { engine, session, db }: Call): Outcome {
  if (session.transaction) throw new CommandError('ERR WATCH inside MULTI is not allowed');
  for (const key of keys) {
    db.find(key);
    engine.watchers.watch(session, `${db.index}:${key}`);
  }
  return OK;
}

function multi(_args: string[], { session }: Call): Outcome {
  if (session.transaction) throw new CommandError('ERR MULTI calls can not be nested');
  session.transaction = { queued: [], refused: false };
  return OK;
}

function discard(_args: string[], { engine, session }: Call): Outcome {
  if (!session.transaction) throw new CommandError('ERR DISCARD without MULTI');
  session.transaction = undefined;
  engine.watchers.unwatch(session);
  return OK;
}

function unwatch(_args: string[], { engine, session }: Call): Outcome {
  engine.watchers.unwatch(session);
  return OK;
}

export const TRANSACTION_COMMANDS: readonly Command[] = [
  { name: 'multi', arity: 1, run: multi, immediate: true },
  { name: 'exec', arity: 1, run: exec, immediate: true, transparent: true },
  { name: 'discard', arity: 1, run: discard, immediate: true },
  { name: 'watch', arity: -2, run: watch, immediate: true },
  { name: 'unwatch', arity: 1, run: unwatch },
];
