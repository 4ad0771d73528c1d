/** INFO: the sections and lines that clients and people look at. */
import type { Call } from '../execute/command.js';
import { type Reply, verbatim } from '../wire/reply.js';
import { REDIS_VERSION } from './connection.js';

const EVERYTHING = new Set(['all', 'everything', 'default']);

/** All sections, or those named. An unknown section is empty. */
export function describeServer(wanted: string[], call: Call): Reply {
  const names = new Set(wanted.map((name) => name.toLowerCase()));
  const all = names.size === 0 || [...names].some((name) => EVERYTHING.has(name));
  const chosen = Object.entries(sections(call)).filter(([name]) => all || names.has(name.toLowerCase()));
  return verbatim(
    chosen
      .map(([name, lines]) => [`# ${name}`, ...Object.entries(lines).map(([line, value]) => `${line}:${value}`), ''])
      .map((lines) => lines.join('\r\n'))
      .join('\r\n'),
  );
}

function sections({ engine, now }: Call): Record<string, Record<string, string | number>> {
  return {
    Server: {
      redis_version: REDIS_VERSION,
      redis_mode: 'standalone',
      server_name: 'mosaic-embedded',
      process_id: process.pid,
      uptime_in_seconds: Math.floor((now - engine.startedAt) / 1000),
    },
    Clients: { connected_clients: engine.sessions.size, blocked_clients: engine.waiting.size },
    Memory: { used_memory: process.memoryUsage.rss(), maxmemory: 0 },
    Persistence: { loading: 0, aof_enabled: engine.journal ? 1 : 0 },
    Replication: { role: 'master', connected_slaves: 0 },
    Keyspace: Object.fromEntries(
      engine.databases.flatMap((db) => (db.size === 0 ? [] : [[`db${db.index}`, `keys=${db.size}`]])),
    ),
  };
}
