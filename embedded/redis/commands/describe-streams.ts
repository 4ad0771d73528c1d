/** XINFO STREAM, GROUPS and CONSUMERS, with the fields of Redis 7.0. */
import type { Call, Command } from '../execute/command.js';
import { CommandError } from '../execute/command-error.js';
import { firstId, type Stream } from '../keyspace/stream.js';
import { lagOf } from '../keyspace/stream-group.js';
import { formatId } from '../keyspace/stream-id.js';
import { map, type Reply } from '../wire/reply.js';
import { entryReply } from './streams.js';
import { commandFamily, type Subcommand } from './subcommands.js';

/** Redis keeps entries in blocks of 100 in a radix tree; it is counted as if every block were full. */
const BLOCK = 100;

function existing(key: string, { db }: Call): Stream {
  const stream = db.read(key, 'stream');
  if (!stream) throw new CommandError('ERR no such key');
  return stream;
}

function describe([key]: string[], call: Call): Reply {
  const stream = existing(key!, call);
  const blocks = Math.ceil(stream.entries.length / BLOCK);
  const [first, last] = [stream.entries[0], stream.entries.at(-1)];
  return map([
    ['length', stream.entries.length],
    ['radix-tree-keys', blocks],
    ['radix-tree-nodes', blocks + 1],
    ['last-generated-id', formatId(stream.lastId)],
    ['max-deleted-entry-id', formatId(stream.maxDeletedId)],
    ['entries-added', stream.entriesAdded],
    ['recorded-first-entry-id', formatId(firstId(stream))],
    ['groups', stream.groups.size],
    ['first-entry', first ? entryReply(first) : null],
    ['last-entry', last ? entryReply(last) : null],
  ]);
}

function describeGroups([key]: string[], call: Call): Reply {
  const stream = existing(key!, call);
  const byName = [...stream.groups].sort(([a], [b]) => (a < b ? -1 : 1));
  return byName.map(([name, group]) =>
    map([
      ['name', name],
      ['consumers', group.consumers.size],
      ['pending', group.pending.length],
      ['last-delivered-id', formatId(group.lastDelivered)],
      ['entries-read', group.entriesRead ?? null],
      ['lag', lagOf(group, stream) ?? null],
    ]),
  );
}

function describeConsumers([key, name]: string[], call: Call): Reply {
  const group = existing(key!, call).groups.get(name!);
  if (!group) throw new CommandError(`NOGROUP No such consumer group '${name}' for key name '${key}'`);
  const byName = [...group.consumers.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  return byName.map((consumer) =>
    map([
      ['name', consumer.name],
      ['pending', group.pending.filter((entry) => entry.consumer === consumer.name).length],
      ['idle', Math.max(0, call.now - consumer.seenAt)],
    ]),
  );
}

const XINFO: readonly Subcommand[] = [
  { name: 'stream', arity: 3, run: describe },
  { name: 'groups', arity: 3, run: describeGroups },
  { name: 'consumers', arity: 4, run: describeConsumers },
];

export const DESCRIBE_STREAM_COMMANDS: readonly Command[] = [commandFamily('xinfo', XINFO)];
