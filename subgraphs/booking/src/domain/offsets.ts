// The clock of a zone as pieces of constant offset: whatever is local is computed piece by piece, so that a change of
// clocks is an edge between two pieces and never a special case.
import { IANAZone } from 'luxon';

/** From `from` until `until` (epoch milliseconds, half-open) local time is UTC + `offset` (milliseconds). */
export interface Piece {
  readonly from: number;
  readonly until: number;
  readonly offset: number;
}

/** No zone changed its clocks twice within so short a time, and back to the same offset, since 1970. */
const STRIDE = 12 * 3_600_000;
/** Changes of clocks happen on whole seconds. */
const GRAIN = 1_000;

/** Covers [from, until) without a gap. Throws a RangeError for an unknown zone. */
export function piecesOf(zoneName: string, from: number, until: number): Piece[] {
  const zone = IANAZone.create(zoneName);
  if (!zone.isValid) throw new RangeError(`not a time zone: ${zoneName}`);
  const offsetAt = (instant: number): number => Math.round(zone.offset(instant) * 60_000);
  const pieces: Piece[] = [];
  let begin = from;
  let offset = offsetAt(from);
  for (let at = from; at < until; ) {
    const next = Math.min(at + STRIDE, until);
    const offsetThen = offsetAt(next);
    if (offsetThen !== offset) {
      const edge = firstWithout(offset, at, next, offsetAt);
      pieces.push({ from: begin, until: edge, offset });
      [begin, offset] = [edge, offsetAt(edge)];
      at = edge;
    } else at = next;
  }
  return begin < until ? [...pieces, { from: begin, until, offset }] : pieces;
}

/** The first instant in (low, high] whose offset is another one; `low` has it, `high` does not. */
function firstWithout(offset: number, low: number, high: number, offsetAt: (instant: number) => number): number {
  let [has, hasNot] = [Math.floor(low / GRAIN), Math.ceil(high / GRAIN)];
  while (hasNot - has > 1) {
    const middle = Math.floor((has + hasNot) / 2);
    if (offsetAt(middle * GRAIN) === offset) has = middle;
    else hasNot = middle;
  }
  return Math.min(hasNot * GRAIN, high);
}
