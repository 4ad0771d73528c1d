/**
 * The Lua scripts that the embedded server runs, each as a function that does exactly what the Lua does.
 * A client may send them to it and to a real Redis alike; the text must match to the byte.
 */
import type { Reply } from './wire/reply.js';

/** redis.call: runs one command; a refusal ends the script with its error. */
export type ScriptCall = (...argv: (string | number)[]) => Reply;

export interface NamedScript {
  readonly name: string;
  readonly lua: string;
  run(keys: readonly string[], argv: readonly string[], call: ScriptCall): Reply;
}

export const NAMED_SCRIPTS: readonly NamedScript[] = [
  {
    name: 'delete the key when it holds this value (release a lock)',
    lua: "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) else return 0 end",
    run: ([key], [value], call) => (call('get', key!) === value ? call('del', key!) : 0),
  },
  {
    name: 'extend the key when it holds this value (renew a lock)',
    lua: "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) else return 0 end",
    run: ([key], [value, ms], call) => (call('get', key!) === value ? call('pexpire', key!, ms!) : 0),
  },
  {
    name: 'count in a window (rate limit): count and milliseconds left',
    lua: "local v = redis.call('incrby', KEYS[1], ARGV[1]); if redis.call('pttl', KEYS[1]) < 0 then redis.call('pexpire', KEYS[1], ARGV[2]) end; return {v, redis.call('pttl', KEYS[1])}",
    run: ([key], [amount, ms], call) => {
      const count = call('incrby', key!, amount!);
      if (Number(call('pttl', key!)) < 0) call('pexpire', key!, ms!);
      return [count, call('pttl', key!)];
    },
  },
];
