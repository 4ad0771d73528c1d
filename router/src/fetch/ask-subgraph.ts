// One call to a subgraph: gives it what is left of the time, checks the answer, and turns every way of failing into one
// coded error. It never throws, so that the rest of the plan goes on.
import type { Seldom } from '../bounds/seldom.js';
import type { Call } from '../plan/call.js';
import type { RefusalCode } from '../respond/refusals.js';
import { errorOf } from '../respond/refusals.js';
import { Crowded } from './call-subgraph.js';
import { Tripped } from './errand.js';
import { readAnswer } from './read-answer.js';
import type { Flight, Flights, Sharer } from './share-in-flight.js';
import type { Subgraph, SubgraphAnswer } from './subgraph.js';
import type { Waiting, Watch } from './watch.js';
import type { RawAnswer } from './wire/raw-answer.js';

export interface SubgraphOptions {
  readonly name: string;
  readonly flights: Flights;
  readonly watch: Watch;
  /** The longest a query may take here; a mutation may use all that is left of its deadline. */
  readonly queryTimeoutMs: number;
  /** When to say again that calls are refused. */
  readonly refusals: Seldom;
  /** A mutation ended, however it did. */
  readonly wrote: () => void;
}

export function openSubgraph(options: SubgraphOptions): Subgraph {
  const { name, queryTimeoutMs } = options;
  return {
    name,
    ask(body, kind, call) {
      const now = Date.now();
      const until = kind === 'mutation' ? call.deadline.at : Math.min(call.deadline.at, now + queryTimeoutMs);
      if (call.hasLeft) return Promise.resolve(failure('SUBGRAPH_UNAVAILABLE'));
      if (until <= now) return Promise.resolve(failure('SUBGRAPH_TIMEOUT'));
      return new Promise((resolve) => new Asker(options, kind, call, until, resolve).ask(body));
    },
  };
}

class Asker implements Sharer, Waiting {
  #flight: Flight | undefined;
  #isOver = false;
  place = 0;

  constructor(
    private readonly options: SubgraphOptions,
    private readonly kind: 'query' | 'mutation',
    private readonly call: Call,
    readonly until: number,
    private readonly resolve: (answer: SubgraphAnswer) => void,
  ) {}

  get hasLeft(): boolean {
    return this.call.hasLeft;
  }

  ask(body: string): void {
    const { watch, flights } = this.options;
    watch.add(this);
    this.#flight = flights.board(this, { body, kind: this.kind, call: this.call, until: this.until });
  }

  stopWaiting(why: 'late' | 'gone'): void {
    this.#flight?.leave(this, why);
    if (why === 'late') this.#fail('SUBGRAPH_TIMEOUT', 'no answer in time');
    // A client that left is no news of the subgraph.
    else this.#over(failure('SUBGRAPH_UNAVAILABLE'));
  }

  receive(how: RawAnswer | Error): void {
    if (this.#isOver) return;
    if (how instanceof Error) this.#fail('SUBGRAPH_UNAVAILABLE', how);
    else this.#read(how);
  }

  #read(raw: RawAnswer): void {
    let answer: SubgraphAnswer;
    try {
      answer = readAnswer(raw);
    } catch (error) {
      this.#fail('SUBGRAPH_UNAVAILABLE', error);
      return;
    }
    this.#over(answer);
  }

  #fail(code: RefusalCode, error: unknown): void {
    const { log } = this.call;
    const { name, refusals } = this.options;
    // Refusals come by the thousand, and the breaker has said already that it tripped.
    if (error instanceof Tripped) log.debug('a subgraph call was spared', { subgraph: name });
    else if (!(error instanceof Crowded)) log.warning('a subgraph call failed', { subgraph: name, code, error });
    else if (refusals.isDue()) log.error('a subgraph is crowded: calls are refused', { subgraph: name, error });
    this.#over(failure(code));
  }

  #over(answer: SubgraphAnswer): void {
    this.#isOver = true;
    this.options.watch.delete(this);
    if (this.kind === 'mutation') this.options.wrote();
    this.resolve(answer);
  }
}

const failure = (code: RefusalCode): SubgraphAnswer => ({ data: null, errors: [errorOf(code)] });
