/** CLIENT: names, lists, ends and unblocks connections. */
import { type Call, type Command, NO_REPLY, type Outcome } from '../execute/command.js';
import { CommandError, syntaxError } from '../execute/command-error.js';
import type { Session } from '../execute/session.js';
import { parseIndex } from '../values/parse-number.js';
import { OK, type Reply, verbatim } from '../wire/reply.js';
import { commandFamily, type Subcommand } from './subcommands.js';

/** Refuses names with blanks or control characters, which would break CLIENT LIST. */
export function setClientName(name: string, { session }: Call): Reply {
  if (/[^!-~]/.test(name)) {
    throw new CommandError('ERR Client names cannot contain spaces, newlines or special characters.');
  }
  session.name = name;
  return OK;
}

function describe(session: Session, now: number): string {
  const age = Math.floor((now - session.connectedAt) / 1000);
  const multi = session.transaction?.queued.length ?? -1;
  return `id=${session.id} addr=${session.link.address} name=${session.name} age=${age} db=${session.database} sub=${session.channels.size} psub=${session.patterns.size} multi=${multi} resp=${session.protocol}\n`;
}

function list(args: string[], { engine, now }: Call): Reply {
  if (args.length > 0) throw syntaxError();
  return verbatim([...engine.sessions.values()].map((session) => describe(session, now)).join(''));
}

function sessionOf(idText: string, { engine }: Call): Session | undefined {
  return engine.sessions.get(parseIndex(idText, 'ERR client-id should be greater than 0'));
}

/** CLIENT KILL ID n: gives the number of connections ended. */
function kill(args: string[], call: Call): Outcome {
  if (args.length !== 2 || args[0]!.toUpperCase() !== 'ID') throw syntaxError();
  const target = sessionOf(args[1]!, call);
  if (!target) return 0;
  if (target === call.session) call.session.link.send(1);
  target.link.close();
  return target === call.session ? NO_REPLY : 1;
}

function unblock([id, how]: string[], call: Call): Reply {
  const mode = (how ?? 'TIMEOUT').toUpperCase();
  if (mode !== 'TIMEOUT' && mode !== 'ERROR') {
    throw new CommandError('ERR CLIENT UNBLOCK reason should be TIMEOUT or ERROR');
  }
  const target = call.engine.sessions.get(parseIndex(id!));
  return target && call.engine.waiting.unblock(target, mode === 'ERROR') ? 1 : 0;
}

const CLIENT: readonly Subcommand[] = [
  { name: 'id', arity: 2, run: (_args, { session }) => session.id },
  { name: 'getname', arity: 2, run: (_args, { session }) => session.name || null },
  { name: 'setname', arity: 3, run: ([name], call) => setClientName(name!, call) },
  { name: 'info', arity: 2, run: (_args, { session, now }) => verbatim(describe(session, now)) },
  { name: 'list', arity: -2, run: list },
  { name: 'kill', arity: -3, run: kill },
  { name: 'unblock', arity: -3, run: unblock },
];

export const CLIENT_COMMANDS: readonly Command[] = [commandFamily('client', CLIENT)];
