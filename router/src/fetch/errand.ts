// One question to a subgraph, for all who share it: sent where the breaker lets it, and again at most once.
import type { Call } from '../plan/call.js';
import type { Breaker } from './breaker.js';
import { Crowded, type Journey, type Send } from './call-subgraph.js';
import type { Counts } from './counts.js';
import { isAnswer } from './read-answer.js';
import type { RetryBudget } from './retry-budget.js';
import type { Vouch } from './vouch.js';
import { type RawAnswer, TooLarge, Unreachable } from './wire/raw-answer.js';

export interface Ways {
  readonly send: Send;
  readonly vouch: Vouch;
  readonly breaker: Breaker;
  readonly retries: RetryBudget;
  readonly counts: Counts;
  /** A call given up earlier than half of this is no news of the subgraph: it had no fair chance. */
  readonly queryTimeoutMs: number;
}

export interface Question {
  readonly body: string;
  readonly kind: 'query' | 'mutation';
  /** Of the first who asked. */
  readonly call: Call;
  /** What the subgraph is told, in epoch milliseconds. */
  readonly until: number;
}

/** The subgraph fails too often to be asked now. */
export class Tripped extends Error {}

const ASK_AGAIN = new Set([502, 503, 504]);
/** A retry waits between one and two of these, and wants as much again to be worth it. */
const PAUSE_MS = 25;

export class Errand {
  #journey: Journey | undefined;
  #pause: NodeJS.Timeout | undefined;
  #era = 0;
  #isRetry = false;

  /** `end` is called once, unless it is given up first; possibly before `begin` returns. */
  constructor(
    private readonly ways: Ways,
    private readonly question: Question,
    private readonly end: (how: RawAnswer | Error) => void,
  ) {}

  begin(): void {
    try {
      this.#send();
    } catch (error) {
      this.end(new Error('the call could not be vouched for', { cause: error }));
    }
  }

  #send(): void {
    const { breaker, vouch, send, counts, retries } = this.ways;
    const { body, call, until } = this.question;
    const era = breaker.admit();
    if (era === null) {
      counts.refused += 1;
      this.end(new Tripped('the circuit is open'));
      return;
    }
    this.#era = era;
    const heldBack = () => (breaker.letsLeave(era) ? null : new Tripped('the circuit opened while it was in line'));
    const text = vouch.bodyFor ? vouch.bodyFor(call, body) : body;
    const headers = vouch.headersFor(call, text, until);
    headers.push('x-request-id', call.requestId);
    counts.sent += 1;
    if (!this.#isRetry) retries.earn();
    this.#journey = send(text, headers, (how) => this.#arrived(how), heldBack);
  }

  /** Nobody waits any more. */
  giveUp(why: 'late' | 'gone'): void {
    clearTimeout(this.#pause);
    this.#journey?.giveUp();
    const { breaker, queryTimeoutMs } = this.ways;
    const leftAt = this.#journey?.leftAt ?? 0;
    const hadAChance = leftAt > 0 && Date.now() - leftAt >= queryTimeoutMs / 2;
    if (why === 'late' && hadAChance) breaker.failed(this.#era);
  }

  #arrived(how: RawAnswer | Error): void {
    const { breaker } = this.ways;
    if (how instanceof Unreachable || isFailure(how)) {
      breaker.failed(this.#era);
      if (this.#mayAskAgain(how)) return;
    } else if (how instanceof TooLarge || !(how instanceof Error)) breaker.succeeded(this.#era);
    else if (how instanceof Crowded || how instanceof Tripped) this.#refused();
    this.end(how);
  }

  #refused(): void {
    this.ways.counts.sent -= 1;
    this.ways.counts.refused += 1;
  }

  /** Queries only, once, while there is time, and as long as retries are a small part of what is sent. */
  #mayAskAgain(how: RawAnswer | Unreachable): boolean {
    const { kind, until } = this.question;
    if (kind === 'mutation' || this.#isRetry || this.ways.breaker.isTripped) return false;
    if (!(how instanceof Error) && !ASK_AGAIN.has(how.status)) return false;
    const pause = PAUSE_MS * (1 + Math.random());
    if (Date.now() + pause + PAUSE_MS > until || !this.ways.retries.spend()) return false;
    this.#isRetry = true;
    this.#journey = undefined;
    this.ways.counts.retried += 1;
    this.#pause = setTimeout(() => this.begin(), pause);
    return true;
  }
}

/** A GraphQL answer is one, whatever its status: a failing query of one client is not a failing subgraph. */
const isFailure = (how: RawAnswer | Error): how is RawAnswer =>
  !(how instanceof Error) && how.status >= 500 && !isAnswer(how);
