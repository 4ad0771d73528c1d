/** Commands about the connection itself: PING, HELLO, AUTH, SELECT, QUIT, RESET. */
import { type Call, type Command, NO_REPLY, type Outcome } from '../execute/command.js';
import { CommandError, wrongArity } from '../execute/command-error.js';
import { DATABASES } from '../execute/engine.js';
import { Options } from '../execute/options.js';
import { parseIndex } from '../values/parse-number.js';
import { map, OK, type Reply, status } from '../wire/reply.js';
import { setClientName } from './client.js';

/** The Redis whose answers this server gives. */
export const REDIS_VERSION = '7.0.15';

function ping(args: string[], { session }: Call): Reply {
  if (args.length > 1) throw wrongArity('ping');
  // A subscribed RESP2 client only understands arrays.
  if (session.protocol === 2 && session.subscriptions > 0) return ['pong', args[0] ?? ''];
  return args[0] ?? status('PONG');
}

function hello(args: string[], call: Call): Reply {
  const options = new Options(args, 1);
  const protocol =
    args[0] === undefined
      ? call.session.protocol
      : parseIndex(args[0], 'ERR Protocol version is not an integer or out of range');
  if (protocol !== 2 && protocol !== 3) throw new CommandError('NOPROTO unsupported protocol version');
  let name: string | undefined;
  while (!options.done) {
    const option = options.peek();
    const given = options.value();
    if (option === 'AUTH' && options.left >= 2) authenticate(options.value(), options.value());
    else if (option === 'SETNAME' && !options.done) name = options.value();
    else throw new CommandError(`ERR Syntax error in HELLO option '${given}'`);
  }
  if (name !== undefined) setClientName(name, call);
  call.session.protocol = protocol;
  return map([
    ['server', 'redis'],
    ['version', REDIS_VERSION],
    ['proto', protocol],
    ['id', call.session.id],
    ['mode', 'standalone'],
    ['role', 'master'],
    ['modules', []],
  ]);
}

/** There is one user, `default`, and it needs no password. */
function authenticate(user: string, _password: string): void {
  if (user === 'default') return;
  throw new CommandError('WRONGPASS invalid username-password pair or user is disabled.');
}

function auth(args: string[]): Reply {
  if (args.length > 2) throw new CommandError('ERR syntax error');
  if (args.length === 1) {
    throw new CommandError(
      'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?',
    );
  }
  authenticate(args[0]!, args[1]!);
  return OK;
}

function select([text]: string[], { session }: Call): Reply {
  const database = parseIndex(text!);
  if (database < 0 || database >= DATABASES) throw new CommandError('ERR DB index is out of range');
  session.database = database;
  return OK;
}

function quit(_args: string[], { session }: Call): Outcome {
  session.link.send(OK);
  session.link.close();
  return NO_REPLY;
}

/** Brings the connection back to how it was when it opened. */
function reset(_args: string[], { engine, session }: Call): Reply {
  session.transaction = undefined;
  engine.watchers.unwatch(session);
  engine.channels.leaveAll(session);
  session.protocol = 2;
  session.database = 0;
  session.name = '';
  return status('RESET');
}

export const CONNECTION_COMMANDS: readonly Command[] = [
  { name: 'ping', arity: -1, run: ping, whileSubscribed: true },
  { name: 'echo', arity: 2, run: ([message]) => message! },
  { name: 'hello', arity: -1, run: hello },
  { name: 'auth', arity: -2, run: auth },
  { name: 'select', arity: 2, run: select },
  { name: 'quit', arity: -1, run: quit, immediate: true, whileSubscribed: true },
  { name: 'reset', arity: 1, run: reset, immediate: true, whileSubscribed: true },
];
