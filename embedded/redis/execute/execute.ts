/** Takes one command of a client from its arguments to its outcome, by the rules of Redis (processCommand, server.c). */
import { error, QUEUED } from '../wire/reply.js';
import { type Command, fitsArity, type Outcome } from './command.js';
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
  const command = engine.commands.get(argv[0]!.toLowerCase());
  const refusal = refuse(session, command, argv);
  if (command === undefined || refusal !== undefined) {
    if (session.transaction) session.transaction.refused = true;
    return error(refusal ?? unknownCommand(argv));
  }
  if (session.transaction && !command.immediate) {
    session.transaction.queued.push({ command, argv });
    return QUEUED;
  }
  return runCommand(engine, session, command, argv);
}

function refuse(session: Session, command: Command | undefined, argv: string[]): string | undefined {
  if (command === undefined) return unknownCommand(argv);
  if (!fitsArity(command.arity, argv.length)) return `ERR wrong number of arguments for '${command.name}' command`;
  if (session.protocol === 2 && session.subscriptions > 0 && !command.whileSubscribed) {
    return `ERR Can't execute '${command.name}': only (P|S)SUBSCRIBE / (P|S)UNSUBSCRIBE / PING / QUIT / RESET are allowed in this context`;
  }
  return undefined;
}

/** The text of Redis, with as much of the arguments as it repeats. */
function unknownCommand(argv: readonly string[]): string {
  let echoed = '';
  for (const arg of argv.slice(1)) {
    if (echoed.length >= ECHOED) break;
    echoed += `'${arg.slice(0, ECHOED - echoed.length)}' `;
  }
  const text = `ERR unknown command '${argv[0]!.slice(0, ECHOED)}', with args beginning with: ${echoed}`;
  return text.replace(/[\r\n]/g, ' ');
}
