// How a socket was closed, as its listener was told.
import type { Ear, LiveEvent } from '../lab/listen.js';

/** Code and reason of the first close that an ear heard of. */
export function closingOf<E extends LiveEvent>({ endings }: Ear<E>): [code: number, reason: string] | undefined {
  const closed = endings.find((ending) => typeof (ending as { code?: unknown } | null)?.code === 'number');
  const { code, reason } = (closed ?? {}) as { code?: number; reason?: string };
  return code === undefined ? undefined : [code, reason ?? ''];
}
