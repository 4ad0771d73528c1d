/** The arguments of XCLAIM after group and consumer: minimum idle time, ids, options. */
import { CommandError } from '../execute/command-error.js';
import { Options } from '../execute/options.js';
import { isId, parseId, type StreamId } from '../keyspace/stream-id.js';
import { parseIndex } from '../values/parse-number.js';

export interface ClaimRequest {
  minIdleMs: number;
  ids: StreamId[];
  /** When the claimed entries count as delivered, in milliseconds since 1970. */
  deliveredAt: number;
  /** Sets the number of deliveries instead of counting one more. */
  deliveries: number | undefined;
  /** Claims also what nobody holds. */
  force: boolean;
  justId: boolean;
  lastId: StreamId | undefined;
}

/** `args` as XCLAIM got them: key, group, consumer, min-idle-time, ids and options. */
export function readClaim(args: string[], now: number): ClaimRequest {
  const minIdleMs = Math.max(0, parseIndex(args[3]!, 'ERR Invalid min-idle-time argument for XCLAIM'));
  // The first argument that is no id begins the options.
  const firstOption = args.findIndex((arg, at) => at >= 4 && !isId(arg));
  const idsEnd = firstOption < 0 ? args.length : firstOption;
  const ids = args.slice(4, idsEnd).map((id) => parseId(id, 0n, true));
  const request: ClaimRequest = {
    minIdleMs,
    ids,
    deliveredAt: now,
    deliveries: undefined,
    force: false,
    justId: false,
    lastId: undefined,
  };
  const options = new Options(args, idsEnd);
  while (!options.done) readOption(request, options, now);
  return request;
}

function readOption(request: ClaimRequest, options: Options, now: number): void {
  const word = options.peek();
  const given = options.value();
  if (word === 'FORCE') request.force = true;
  else if (word === 'JUSTID') request.justId = true;
  else if (word === 'IDLE' && !options.done) {
    request.deliveredAt = now - parseIndex(options.value(), 'ERR Invalid IDLE option argument for XCLAIM');
  } else if (word === 'TIME' && !options.done) {
    request.deliveredAt = parseIndex(options.value(), 'ERR Invalid TIME option argument for XCLAIM');
  } else if (word === 'RETRYCOUNT' && !options.done) {
    request.deliveries = parseIndex(options.value(), 'ERR Invalid RETRYCOUNT option argument for XCLAIM');
  } else if (word === 'LASTID' && !options.done) {
    request.lastId = parseId(options.value(), 0n, true);
  } else {
    throw new CommandError(`ERR Unrecognized XCLAIM option '${given}'`);
  }
  request.deliveredAt = Math.min(request.deliveredAt, now);
}
