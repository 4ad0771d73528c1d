// One subscription to a subgraph and all who hear it: each event is completed, written and encoded once. Whoever joins
// has seen what the others have, because nobody joins any more once an event was delivered.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { DocumentNode } from 'graphql';
import type { Call } from '../plan/call.js';
import type { StreamPlan } from '../plan/executor.js';
import type { ErrorMask } from '../respond/mask-errors.js';
import { errorOf } from '../respond/refusals.js';
import { Backlog } from './backlog.js';
import type { EventSink, StreamEnd } from './event-stream.js';
import { SharedEvent } from './event-text.js';
import { cursorOf } from './find-cursor.js';
import { outcomeText } from './outcome-text.js';
import type { SourceEnd } from './source-end.js';
import type { Upstream } from './upstream.js';

/** So many events in a row, then everybody else's turn: sockets are flushed only between turns. */
const EVENTS_A_TURN = 64;

/** Whose request id errors carry. */
export type Asker = Pick<Call, 'requestId' | 'log'>;

export interface SourceParts {
  readonly document: DocumentNode;
  readonly plan: StreamPlan;
  readonly upstream: Upstream;
  readonly until: Date;
  readonly mask: ErrorMask;
  readonly eventBudgetMs: number;
  /** Of the first: all who share have the same access, so the same viewer. */
  readonly call: Call;
  /** Nobody may join any more. */
  readonly close: () => void;
  readonly gone: () => void;
}

export class SharedSource {
  /** In the order in which they came, each with what its operation is known by. */
  readonly #sharers = new Map<EventSink, Asker>();
  readonly #backlog = new Backlog();
  #isReleased = false;
  #stop: () => void = () => {};
  #end: StreamEnd | null = null;
  #isPumping = false;

  constructor(private readonly parts: SourceParts) {}

  get document(): DocumentNode {
    return this.parts.document;
  }

  /** Answers with the way to leave. The first to join makes the source be asked. */
  join(sink: EventSink, { requestId, log }: Asker): () => void {
    this.#sharers.set(sink, { requestId, log }); // not the call, which holds all of an operation
    if (this.#sharers.size === 1) this.#ask();
    return () => {
      if (this.#sharers.delete(sink) && this.#sharers.size === 0) this.#release();
    };
  }

  /** Tells everybody, at once. */
  endWith(how: StreamEnd): void {
    const sharers = [...this.#sharers.keys()];
    this.#sharers.clear();
    this.#release();
    for (const sink of sharers) sink.end(how);
  }

  #ask(): void {
    const { plan, upstream, call, until } = this.parts;
    this.#stop = upstream.subscribe(plan.source, call, until, {
      next: (event) => {
        if (!this.#backlog.push(event)) return this.endWith(tooSlow());
        void this.#pump();
      },
      end: (how) => {
        this.#end = this.#shown(how);
        void this.#pump();
      },
    });
    if (this.#isReleased) this.#stop();
  }

  #release(): void {
    this.parts.close();
    this.parts.gone();
    this.#backlog.clear();
    this.#isReleased = true;
    this.#stop();
  }

  /** One event at a time, in order; then the end, if it has come. */
  async #pump(): Promise<void> {
    if (this.#isPumping) return;
    this.#isPumping = true;
    for (let inARow = 1; !this.#backlog.isEmpty && this.#sharers.size > 0; inARow += 1) {
      const taken = this.#sharers.size === 1 ? this.#first()[0].pace?.() : null;
      if (taken) await this.#backlog.waitFor(taken);
      else if (inARow % EVENTS_A_TURN === 0) await nextTurn();
      await this.#deliver();
    }
    this.#isPumping = false;
    if (this.#end) this.endWith(this.#end);
  }

  async #deliver(): Promise<void> {
    const event = this.#backlog.take();
    if (!event) return; // everybody left meanwhile
    const { plan, mask, eventBudgetMs, call } = this.parts;
    const { viewer, guest, passedOn, access, locale } = call;
    const [, asker] = this.#first();
    const cursor = cursorOf(event); // before it is written into
    const deadline = Deadline.in(eventBudgetMs);
    const isReleased = () => this.#isReleased;
    const during: Call = {
      ...{ viewer, guest, passedOn, access, locale, deadline, ...asker },
      get hasLeft() {
        return isReleased();
      },
    };
    const text = outcomeText(await plan.complete(event, during), mask, asker);
    if (this.#sharers.size === 0) return;
    this.parts.close();
    const shared = new SharedEvent(text, cursor);
    for (const sink of this.#sharers.keys()) sink.next(shared);
  }

  #first(): [EventSink, Asker] {
    const [first] = this.#sharers;
    if (!first) throw new Error('nobody hears this source');
    return first;
  }

  #shown(how: SourceEnd): StreamEnd {
    if (how.kind === 'completed' || this.#sharers.size === 0) return { kind: 'completed' };
    const [, { log, requestId }] = this.#first();
    return { kind: 'failed', errors: this.parts.mask([how.error], log, requestId) };
  }
}

const tooSlow = (): StreamEnd => ({ kind: 'failed', errors: [errorOf('SLOW_CONSUMER')], isSlow: true });
