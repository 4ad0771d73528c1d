/**
 * EVAL, EVALSHA and SCRIPT. There is no Lua here: a script is recognised by the SHA-1 of its text and runs as the
 * function registered for it in named-scripts.ts. An unknown script is refused by name, never run differently.
 */
import { createHash } from 'node:crypto';
import { type Call, type Command, isWait, NO_REPLY, type Outcome } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import { admissible } from '../execute/execute.js';
import { runCommand } from '../execute/run-command.js';
import { NAMED_SCRIPTS, type NamedScript } from '../named-scripts.js';
import { parseIndex } from '../values/parse-number.js';
import { OK, type Reply } from '../wire/reply.js';
import { commandFamily, type Subcommand } from './subcommands.js';

const scriptsBySha: ReadonlyMap<string, NamedScript> = new Map(
  NAMED_SCRIPTS.map((script) => [sha1(script.lua), script]),
);

function sha1(text: string): string {
  return createHash('sha1').update(text, 'latin1').digest('hex');
}

/** Remembers the script; refuses one that is not registered. */
function load(lua: string, { engine }: Call): string {
  const sha = sha1(lua);
  if (!scriptsBySha.has(sha)) {
    throw new CommandError(`ERR this embedded server runs registered scripts only, and none has the SHA-1 ${sha}`);
  }
  engine.loadedScripts.add(sha);
  return sha;
}

function run(sha: string, [countText, ...words]: string[], call: Call): Reply {
  const count = parseIndex(countText!);
  if (count > words.length) throw new CommandError("ERR Number of keys can't be greater than number of args");
  if (count < 0) throw new CommandError("ERR Number of keys can't be negative");
  const script = call.engine.loadedScripts.has(sha) ? scriptsBySha.get(sha) : undefined;
  if (!script) throw new CommandError('NOSCRIPT No matching script. Please use EVAL.');
  return script.run(words.slice(0, count), words.slice(count), (...argv) => callFrom(sha, argv.map(String), call));
}

/** redis.call: runs a command and throws its error, with the place Redis adds to it. */
function callFrom(sha: string, argv: string[], { engine, session }: Call): Reply {
  const outcome = runCommand(engine, session, admissible(engine, argv), argv);
  const reply = isWait(outcome) ? outcome.timeoutReply : outcome === NO_REPLY ? null : outcome;
  if (typeof reply === 'object' && reply !== null && 'kind' in reply && reply.kind === 'error') {
    throw new CommandError(`${reply.text} script: ${sha}, on @user_script:1.`);
  }
  return reply;
}

const SCRIPT: readonly Subcommand[] = [
  { name: 'load', arity: 3, run: ([lua], call) => load(lua!, call) },
  {
    name: 'exists',
    arity: -3,
    run: (shas, { engine }) => shas.map((sha) => (engine.loadedScripts.has(sha.toLowerCase()) ? 1 : 0)),
  },
  {
    name: 'flush',
    arity: -2,
    run: ([mode, ...more], { engine }): Outcome => {
      if (more.length > 0 || (mode !== undefined && !/^a?sync$/i.test(mode))) {
        throw new CommandError('ERR SCRIPT FLUSH only support SYNC|ASYNC option');
      }
      engine.loadedScripts.clear();
      return OK;
    },
  },
];

export const SCRIPT_COMMANDS: readonly Command[] = [
  { name: 'eval', arity: -3, run: ([lua, ...rest], call) => run(load(lua!, call), rest, call), transparent: true },
  { name: 'evalsha', arity: -3, run: ([sha, ...rest], call) => run(sha!.toLowerCase(), rest, call), transparent: true },
  commandFamily('script', SCRIPT),
];
