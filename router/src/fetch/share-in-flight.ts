// Who asks what somebody of the same access has just asked, and is still waiting for, waits along: one request, and a
// copy of the answer for each. Never for mutations, and not across the end of one: nobody may be answered with what was
// read before their own write. (A write through another router is not seen here: for as long as one call takes.)
import { Errand, type Question, type Ways } from './errand.js';
import type { RawAnswer } from './exchange.js';

/** Somebody who waits for an answer. */
export interface Sharer {
  /** Reads it for itself: the value is the sharer's own. Ignored when it waits no more. */
  receive(how: RawAnswer | Error): void;
}

/** Answers are read one after another: after this many bytes of it, others get their turn. */
const READ_AT_ONCE = 1024 * 1024;

export class Flight {
  readonly #sharers = new Set<Sharer>();
  readonly #errand: Errand;
  readonly #landed: () => void;
  /** Epoch milliseconds: what the subgraph was told. */
  readonly until: number;

  constructor(ways: Ways, question: Question, landed: () => void) {
    this.until = question.until;
    this.#landed = landed;
    this.#errand = new Errand(ways, question, (how) => {
      landed();
      tell([...this.#sharers], how);
    });
  }

  begin(): void {
    this.#errand.begin();
  }

  join(sharer: Sharer): void {
    this.#sharers.add(sharer);
  }

  /** Given up when it was the last one; `why` is then why nobody waits. */
  leave(sharer: Sharer, why: 'late' | 'gone'): void {
    if (!this.#sharers.delete(sharer) || this.#sharers.size > 0) return;
    this.#landed();
    this.#errand.giveUp(why);
  }
}

function tell(sharers: Sharer[], how: RawAnswer | Error): void {
  const size = how instanceof Error ? 0 : how.body.length;
  const now = Math.max(1, Math.floor(READ_AT_ONCE / Math.max(1, size)));
  for (let at = 0; at < sharers.length && at < now; at += 1) sharers[at]?.receive(how);
  if (sharers.length > now) setImmediate(tell, sharers.slice(now), how);
}

/** The flights to one subgraph that others may join. */
export class Flights {
  readonly #ways: Ways;
  readonly #isShared: boolean;
  readonly #joinable = new Map<string, Flight>();

  constructor(ways: Ways, isShared: boolean) {
    this.#ways = ways;
    this.#isShared = isShared;
  }

  /** Nobody joins what is under way now. */
  close(): void {
    this.#joinable.clear();
  }

  /** Joins a flight, or begins one; the sharer may have received its answer before this returns. */
  board(sharer: Sharer, question: Question): Flight {
    if (!this.#isShared || question.kind === 'mutation') return fly(sharer, new Flight(this.#ways, question, () => {}));
    const key = `${question.call.access}\n${question.body}`;
    const under = this.#joinable.get(key);
    if (under && leavesEnough(under, question)) {
      under.join(sharer);
      this.#ways.counts.shared += 1;
      return under;
    }
    const flight = new Flight(this.#ways, question, () => {
      if (this.#joinable.get(key) === flight) this.#joinable.delete(key);
    });
    this.#joinable.set(key, flight);
    return fly(sharer, flight);
  }
}

function fly(sharer: Sharer, flight: Flight): Flight {
  flight.join(sharer);
  flight.begin();
  return flight;
}

/** Half of the time the joiner has: else it might fail for want of somebody else's time, or wait along with a dead call. */
function leavesEnough(flight: Flight, { until }: Question): boolean {
  const now = Date.now();
  return flight.until - now >= (until - now) / 2;
}
