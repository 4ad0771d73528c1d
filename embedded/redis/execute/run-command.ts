/** Runs commands and notes those that changed data, so that the journal can run them again. */
import { type ErrorReply, error } from '../wire/reply.js';
import type { Command, Outcome } from './command.js';
import { CommandError } from './command-error.js';
import type { Effect, Engine } from './engine.js';
import type { Session } from './session.js';

/** Runs one command of the session at the present time of the engine. A refusal becomes an error reply. */
export function runCommand(engine: Engine, session: Session, command: Command, argv: readonly string[]): Outcome {
  const db = engine.databases[session.database]!;
  const run = (): Outcome => command.run(argv.slice(1), { engine, session, db, now: engine.clock.now });
  return command.transparent ? refusalAsReply(run) : runRecorded(engine, { database: session.database, argv }, run);
}

/** Runs something on behalf of a command and notes the command when it changed data. */
export function runRecorded<T>(engine: Engine, effect: Effect, run: () => T): T | ErrorReply {
  const before = engine.changes;
  const outcome = refusalAsReply(run);
  if (engine.changes !== before) engine.noteEffect({ database: effect.database, argv: effect.argv });
  return outcome;
}

function refusalAsReply<T>(run: () => T): T | ErrorReply {
  try {
    return run();
  } catch (thrown) {
    if (thrown instanceof CommandError) return error(thrown.message);
    // A defect of this server: its client learns that there is no answer, the others go on.
    console.error('The embedded Redis-wire server failed in a command:', thrown);
    return error('ERR internal error of the embedded server');
  }
}
