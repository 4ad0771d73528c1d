/** Commands about the server as a whole: INFO, CONFIG, COMMAND, DBSIZE, FLUSHALL, TIME. */
import type { Call, Command } from '../execute/command.js';
import { syntaxError } from '../execute/command-error.js';
import { DATABASES } from '../execute/engine.js';
import { compileGlob } from '../values/match-glob.js';
import { SUBSCRIBER_BACKLOG_BYTES } from '../wire/output-limit.js';
import { MAX_BULK_BYTES } from '../wire/parse-resp.js';
import { map, OK, type Reply } from '../wire/reply.js';
import { describeServer } from './describe-server.js';
import { commandFamily, type Subcommand } from './subcommands.js';

/** What CONFIG GET can tell: the settings clients look at, as they are here. */
const settings = ({ engine }: Call): readonly (readonly [string, string])[] => [
  ['appendfsync', 'everysec'],
  ['appendonly', engine.journal ? 'yes' : 'no'],
  ['client-output-buffer-limit', `normal 0 0 0 slave 0 0 0 pubsub ${SUBSCRIBER_BACKLOG_BYTES} 0 0`],
  ['databases', String(DATABASES)],
  ['maxmemory', '0'],
  ['maxmemory-policy', 'noeviction'],
  ['notify-keyspace-events', ''],
  ['proto-max-bulk-len', String(MAX_BULK_BYTES)],
  ['save', ''],
];

function getConfig(patterns: string[], call: Call): Reply {
  const tests = patterns.map((pattern) => compileGlob(pattern.toLowerCase()));
  return map(settings(call).filter(([name]) => tests.some((matches) => matches(name))));
}

/** FLUSHALL and FLUSHDB: freeing memory at once or later is the same thing here. */
const flush =
  (everything: boolean) =>
  (args: string[], { engine, db }: Call): Reply => {
    const [mode] = args;
    if (args.length > 1 || (mode !== undefined && !/^(a?sync)$/i.test(mode))) throw syntaxError();
    for (const keyspace of everything ? engine.databases : [db]) keyspace.clear();
    return OK;
  };

const CONFIG: readonly Subcommand[] = [{ name: 'get', arity: -3, run: getConfig }];

const COMMAND: readonly Subcommand[] = [
  { name: 'count', arity: 2, run: (_args, { engine }) => engine.commands.size },
  { name: 'list', arity: 2, run: (_args, { engine }) => [...engine.commands.keys()] },
];

export const SERVER_COMMANDS: readonly Command[] = [
  { name: 'info', arity: -1, run: (sections, call) => describeServer(sections, call) },
  commandFamily('config', CONFIG),
  commandFamily('command', COMMAND),
  { name: 'dbsize', arity: 1, run: (_args, { db }) => db.size },
  { name: 'flushall', arity: -1, run: flush(true) },
  { name: 'flushdb', arity: -1, run: flush(false) },
  {
    name: 'time',
    arity: 1,
    run: (_args, { now }) => [String(Math.floor(now / 1000)), String((now % 1000) * 1000)],
  },
];
