/** Takes one command of a client from its arguments to its outcome, by the rules of Redis (processCommand, server.c). */
import { error, QUEUED } from '../wire/reply.js';
import { type Command, fitsArity, type Outcome } from './command.js';
import { CommandError, wrongArity } from './command-error.js';
import type { Engine } from './engine.js';
import { runCommand } from './run-command.js';
import type { Session } from './session.js';

/** Longest part of an unknown command that its error repeats. */
const ECHOED = 128;

export function execute(engine: Engine, session: Session, argv: string[]): Outcome {
  engine.clock.tick();
  const outcome = admit(engine, session, argv);
  engine.settle();
  return outcome;
}

function admit(engine: Engine, session: Session, argv: string[]): Outcome {
  try {
    const command = admissible(engine, argv);
    refuseWhileSubscribed(session, command);
    if (!session.transaction || command.immediate) return runCommand(engine, session, command, argv);
    session.transaction.queued.push({ command, argv });
    return QUEUED;
  } catch (refusal) {
    if (!(refusal instanceof CommandError)) throw refusal;
    if (session.transaction) session.transaction.refused = true;
    return error(refusal.message);
  }
}

/** The command these arguments mean; refuses an unknown one and a wrong number of arguments. */
export function admissible(engine: Engine, argv: readonly string[]): Command {
  const command = engine.commands.get(argv[0]!.toLowerCase());
  if (!command) throw unknownCommand(argv);
  if (!fitsArity(command.arity, argv.length)) throw wrongArity(command.name);
  command.check?.(argv.slice(1));
  return command;
}

function refuseWhileSubscribed(session: Session, command: Command): void {
  if (session.protocol === 3 || session.subscriptions === 0 || command.whileSubscribed) return;
  throw new CommandError(
    `ERR Can't execute '${command.name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`,
  );
}

/** The text of Redis, with as much of the arguments as it repeats. */
function unknownCommand(argv: readonly string[]): CommandError {
  let echoed = '';
  for (const arg of argv.slice(1)) {
    if (echoed.length >= ECHOED) break;
    echoed += `'${arg.slice(0, ECHOED - echoed.length)}' `;
  }
  const text = `ERR unknown command '${argv[0]!.slice(0, ECHOED)}', with args beginning with: ${echoed}`;
  return new CommandError(text);
}
