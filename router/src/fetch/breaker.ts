// Spares a subgraph that fails, and those who would wait for it: after too many failures nobody is sent there but a
// probe now and then, and the first probe that comes back opens the road again. Too many are a share of the latest calls,
// or so many in a row: a busy subgraph that falls silent is not spared late because it answered well just before.
import { type Milliseconds, seconds } from '@mosaic/kernel/values/time';

export interface BreakerLaw {
  /** Failures are counted over this long. */
  readonly windowMs: Milliseconds;
  /** With fewer calls than this in the window, nothing is concluded; if so many fail in a row within it, it trips. */
  readonly leastCalls: number;
  /** The share of failures from which on it trips. */
  readonly failingShare: number;
  /** While it is tripped, one call in this long may try. */
  readonly probeEveryMs: Milliseconds;
  /** Up to this much later, each time anew: probes in step with a subgraph that flaps would always find it down. */
  readonly probeJitterMs: Milliseconds;
}

/** At most five probes in a window; a subgraph that is back is noticed within three seconds. */
export const breakerLaw: BreakerLaw = {
  windowMs: seconds(10),
  leastCalls: 20,
  failingShare: 0.5,
  probeEveryMs: seconds(2),
  probeJitterMs: seconds(1),
};

const SLOTS = 10;

export class Breaker {
  readonly #law: BreakerLaw;
  readonly #changed: (isTripped: boolean) => void;
  readonly #calls = new Uint32Array(SLOTS);
  readonly #failures = new Uint32Array(SLOTS);
  readonly #turns = new Float64Array(SLOTS);
  #isTripped = false;
  #nextProbe = 0;
  #failedInARow = 0;
  #rowBegan = 0;
  /** Counts its changes, so that a call sent before one is no news after it. */
  #era = 0;

  constructor(law: BreakerLaw, changed: (isTripped: boolean) => void) {
    this.#law = law;
    this.#changed = changed;
  }

  /** What to hand back with the result of a call, or null when it must not be made. */
  admit(): number | null {
    if (this.#isTripped) {
      const now = Date.now();
      if (now < this.#nextProbe) return null;
      this.#nextProbe = this.#probeAfter(now);
    }
    return this.#era;
  }

  /** Whether a call that was admitted then may still leave. */
  letsLeave(era: number): boolean {
    return !this.#isTripped || era === this.#era;
  }

  get isTripped(): boolean {
    return this.#isTripped;
  }

  succeeded(era: number): void {
    if (era !== this.#era) return;
    this.#failedInARow = 0;
    if (this.#isTripped) this.#turn(false);
    else this.#count(this.#calls);
  }

  failed(era: number): void {
    if (era !== this.#era || this.#isTripped) return;
    this.#count(this.#calls);
    this.#count(this.#failures);
    const calls = this.#calls.reduce((sum, count) => sum + count, 0);
    const failures = this.#failures.reduce((sum, count) => sum + count, 0);
    const isFailing = calls >= this.#law.leastCalls && failures >= calls * this.#law.failingShare;
    if (this.#countInARow() >= this.#law.leastCalls || isFailing) this.#turn(true);
  }

  #countInARow(): number {
    const now = Date.now();
    if (this.#failedInARow === 0 || now - this.#rowBegan >= this.#law.windowMs) {
      this.#failedInARow = 0;
      this.#rowBegan = now;
    }
    this.#failedInARow += 1;
    return this.#failedInARow;
  }

  #probeAfter(now: number): number {
    return now + this.#law.probeEveryMs + Math.random() * this.#law.probeJitterMs;
  }

  #count(counts: Uint32Array): void {
    const turn = Math.floor((Date.now() * SLOTS) / this.#law.windowMs);
    const slot = turn % SLOTS;
    if (this.#turns[slot] !== turn) {
      // Others that are too old are emptied too: a sum must not hold what nobody came by to replace.
      for (let at = 0; at < SLOTS; at += 1) if ((this.#turns[at] as number) <= turn - SLOTS) this.#empty(at);
      this.#empty(slot);
      this.#turns[slot] = turn;
    }
    counts[slot] = (counts[slot] as number) + 1;
  }

  #empty(slot: number): void {
    this.#calls[slot] = 0;
    this.#failures[slot] = 0;
  }

  #turn(isTripped: boolean): void {
    this.#isTripped = isTripped;
    this.#nextProbe = this.#probeAfter(Date.now());
    this.#failedInARow = 0;
    this.#era += 1;
    for (let at = 0; at < SLOTS; at += 1) this.#empty(at);
    this.#changed(isTripped);
  }
}
