// What our executor sends, watched: mutations one after another as in the plan, and no entity twice in a fetch.
import { canonical } from '../simulate/canonical.js';

interface Body {
  readonly query: string;
  readonly variables?: { readonly representations?: readonly unknown[] };
}

export class WatchedRequests {
  /** The subgraphs that mutations went to, in order; one that was not waited for says so. */
  readonly mutations: string[] = [];
  readonly complaints: string[] = [];
  #underWay = 0;

  async watch<T>(subgraph: string, kind: string, body: Body, answer: () => T): Promise<T> {
    const representations = body.variables?.representations?.map(canonical) ?? [];
    if (new Set(representations).size < representations.length) {
      this.complaints.push(`${subgraph} was asked for one entity twice: ${representations.join()}`);
    }
    if (kind !== 'mutation') return answer();
    this.mutations.push(this.#underWay === 0 ? subgraph : `${subgraph}, at once with another`);
    this.#underWay += 1;
    await new Promise(setImmediate);
    this.#underWay -= 1;
    return answer();
  }

  /** Against the subgraphs that stock sent mutations to. */
  differences(stock: readonly string[]): string[] {
    if (this.mutations.join() === stock.join()) return this.complaints;
    return [...this.complaints, `mutations:\n  ours  ${this.mutations.join()}\n  stock ${stock.join()}`];
  }
}
