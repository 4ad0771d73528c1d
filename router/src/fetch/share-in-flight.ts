// Who asks what somebody of the same access has just asked, and is still waiting for, waits along: one request, and a
// copy of the answer for each. Never for mutations, and not across the end of one: nobody may be answered with what was
// read before their own write. (A write through another router is not seen here: for as long as one call takes.)
import { Errand, type Question, type Ways } from './errand.js';
import { UnderWay } from './under-way.js';
import type { RawAnswer } from './wire/raw-answer.js';

/** Somebody who waits for an answer. */
export interface Sharer {
  /** Reads it for itself: the value is the sharer's own. Ignored when it waits no more. */
  receive(how: RawAnswer | Error): void;
}

/** Answers are read one after another: after so many letters, others get their turn. */
const READ_AT_ONCE = 1024 * 1024;

/** One errand and all who wait for it. */
export class Flight {
  readonly #sharers: Sharer[] = [];
  readonly #errand: Errand;

  /** `landed` is called when there is nothing left to join. */
  constructor(
    ways: Ways,
    readonly question: Question,
    private readonly landed: (flight: Flight) => void,
  ) {
    this.#errand = new Errand(ways, question, (how) => {
      landed(this);
      tell(this.#sharers, how);
    });
  }

  begin(): void {
    this.#errand.begin();
  }

  join(sharer: Sharer): void {
    this.#sharers.push(sharer);
  }

  /** Given up when it was the last one; `why` is then why nobody waits. */
  leave(sharer: Sharer, why: 'late' | 'gone'): void {
    const at = this.#sharers.indexOf(sharer);
    if (at < 0) return;
    this.#sharers.splice(at, 1);
    if (this.#sharers.length > 0) return;
    this.landed(this);
    this.#errand.giveUp(why);
  }
}

function tell(sharers: readonly Sharer[], how: RawAnswer | Error): void {
  const size = how instanceof Error ? 1 : Math.max(1, how.text.length);
  const now = sharers.slice(0, Math.max(1, Math.floor(READ_AT_ONCE / size)));
  for (const sharer of now) sharer.receive(how);
  if (now.length < sharers.length) setImmediate(tell, sharers.slice(now.length), how);
}

/** All flights to one subgraph. */
export class Flights {
  readonly #ways: Ways;
  readonly #joinable: UnderWay | null;
  readonly #landed = (flight: Flight) => this.#joinable?.delete(flight);

  constructor(ways: Ways, isShared: boolean) {
    this.#ways = ways;
    this.#joinable = isShared ? new UnderWay() : null;
  }

  /** Nobody joins what is under way now. */
  close(): void {
    this.#joinable?.clear();
  }

  /** Joins a flight, or begins one; the sharer may have received its answer before this returns. */
  board(sharer: Sharer, question: Question): Flight {
    const isShared = question.kind === 'query';
    const under = isShared ? this.#joinable?.find(question.call.access, question.body) : undefined;
    if (under && leavesEnough(under, question)) {
      under.join(sharer);
      this.#ways.counts.shared += 1;
      return under;
    }
    const flight = new Flight(this.#ways, question, this.#landed);
    // One that is too old to be joined is the rarer find from now on.
    if (under) this.#joinable?.delete(under);
    if (isShared) this.#joinable?.add(flight);
    flight.join(sharer);
    flight.begin();
    return flight;
  }
}

/** Half of the time the joiner has: else it might fail for want of somebody else's time, or wait along with a dead call. */
function leavesEnough(flight: Flight, { until }: Question): boolean {
  const now = Date.now();
  return flight.question.until - now >= (until - now) / 2;
}
