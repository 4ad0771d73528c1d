/** Consumer groups: XGROUP and XACK. Pending entries are in pending-entries.ts, claims in claim-entries.ts. */
import type { Call, Command } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import type { Stream } from '../keyspace/stream.js';
import { removePending, seeConsumer } from '../keyspace/stream-group.js';
import { parseId, type StreamId } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';
import { OK, type Reply } from '../wire/reply.js';
import { CLAIM_COMMANDS } from './claim-entries.js';
import { PENDING_COMMANDS } from './pending-entries.js';
import { commandFamily, type Subcommand } from './subcommands.js';

function create(args: string[], { db }: Call): Reply {
  const [key, name, from] = args as [string, string, string];
  const { makeStream, entriesRead } = readGroupOptions(new Options(args, 3), 'CREATE');
  const known = db.read(key, 'stream');
  if (!known && !makeStream) throw missingStream();
  const lastDelivered = startOf(known, from);
  if (known?.groups.has(name)) throw new CommandError('BUSYGROUP Consumer Group name already exists');
  const stream = known ?? db.open(key, 'stream');
  stream.groups.set(name, { lastDelivered, entriesRead, pending: [], consumers: new Map() });
  db.changed(key);
  return OK;
}

function setId(args: string[], { db }: Call): Reply {
  const [key, name, from] = args as [string, string, string];
  const { entriesRead } = readGroupOptions(new Options(args, 3), 'SETID');
  const { stream, group } = existingGroup(db.read(key, 'stream'), key, name);
  group.lastDelivered = startOf(stream, from);
  group.entriesRead = entriesRead;
  db.changedQuietly();
  return OK;
}

function destroy([key, name]: string[], { db }: Call): Reply {
  const stream = db.read(key!, 'stream');
  if (!stream) throw missingStream();
  if (!stream.groups.delete(name!)) return 0;
  db.changed(key!);
  return 1;
}

function createConsumer([key, name, consumer]: string[], { db, now }: Call): Reply {
  const { group } = existingGroup(db.read(key!, 'stream'), key!, name!);
  if (group.consumers.has(consumer!)) return 0;
  seeConsumer(group, consumer!, now);
  db.changedQuietly();
  return 1;
}

/** Gives the number of entries that were pending for the consumer, which are forgotten with it. */
function deleteConsumer([key, name, consumer]: string[], { db }: Call): Reply {
  const { group } = existingGroup(db.read(key!, 'stream'), key!, name!);
  if (!group.consumers.delete(consumer!)) return 0;
  const pending = group.pending.filter((entry) => entry.consumer === consumer);
  for (const { id } of pending) removePending(group, id);
  db.changedQuietly();
  return pending.length;
}

function acknowledge([key, name, ...ids]: string[], { db }: Call): Reply {
  const group = db.read(key!, 'stream')?.groups.get(name!);
  if (!group) return 0;
  const parsed = ids.map((id) => parseId(id, 0n, true));
  const acknowledged = parsed.filter((id) => removePending(group, id)).length;
  if (acknowledged > 0) db.changedQuietly();
  return acknowledged;
}

function readGroupOptions(options: Options, subcommand: 'CREATE' | 'SETID') {
  const read = { makeStream: false, entriesRead: undefined as number | undefined };
  while (!options.done) {
    const word = options.word();
    if (word === 'MKSTREAM' && subcommand === 'CREATE') read.makeStream = true;
    else if (word === 'ENTRIESREAD' && !options.done) {
      const count = parseIndex(options.value());
      if (count < -1) throw new CommandError('ERR value for ENTRIESREAD must be positive or -1');
      read.entriesRead = count === -1 ? undefined : count;
    } else {
      throw new CommandError(
        `ERR unknown subcommand or wrong number of arguments for '${subcommand}'. Try XGROUP HELP.`,
      );
    }
  }
  return read;
}

function startOf(stream: Stream | undefined, from: string): StreamId {
  return from === '$' ? (stream?.lastId ?? 0n) : parseId(from, 0n);
}

function existingGroup(stream: Stream | undefined, key: string, name: string) {
  if (!stream) throw missingStream();
  const group = stream.groups.get(name);
  if (!group) throw new CommandError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
  return { stream, group };
}

function missingStream(): CommandError {
  return new CommandError(
    'ERR The XGROUP subcommand requires the key to exist. Note that for CREATE you may want to use the MKSTREAM option to create an empty stream automatically.',
  );
}

const XGROUP: readonly Subcommand[] = [
  { name: 'create', arity: -5, run: create },
  { name: 'setid', arity: -5, run: setId },
  { name: 'destroy', arity: 4, run: destroy },
  { name: 'createconsumer', arity: 5, run: createConsumer },
  { name: 'delconsumer', arity: 5, run: deleteConsumer },
];

export const STREAM_GROUP_COMMANDS: readonly Command[] = [
  commandFamily('xgroup', XGROUP),
  { name: 'xack', arity: -4, run: acknowledge },
  ...PENDING_COMMANDS,
  ...CLAIM_COMMANDS,
];
