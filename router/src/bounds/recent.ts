// A map that remembers what was used recently, bounded by number and by weight. It has two generations: what is used moves
// into the younger one; once that holds half of what may be, it becomes the elder, and what the elder held is forgotten.
//
// NOTE: nothing is written when what is used is young already. A map whose entries move to its end whenever they are used
// leaves a chain of outgrown tables behind, which the collector takes for old and keeps.

interface Entry<V> {
  readonly value: V;
  readonly weight: number;
}

export class Recent<K, V> {
  readonly #most: number;
  readonly #heaviest: number;
  #young = new Map<K, Entry<V>>();
  #old = new Map<K, Entry<V>>();
  /** Of the young. */
  #weight = 0;

  /** The weight of an entry is what `set` is given; its unit is the caller's. The latest half is always remembered. */
  constructor(most: number, heaviest = Number.POSITIVE_INFINITY) {
    this.#most = most / 2;
    this.#heaviest = heaviest / 2;
  }

  get(key: K): V | undefined {
    const young = this.#young.get(key);
    if (young) return young.value;
    const old = this.#old.get(key);
    if (!old) return undefined;
    this.#old.delete(key);
    this.#put(key, old);
    return old.value;
  }

  /** An entry of more than half of what all may weigh is not remembered. */
  set(key: K, value: V, weight = 0): void {
    this.#weight -= this.#young.get(key)?.weight ?? 0;
    this.#young.delete(key);
    this.#old.delete(key);
    if (weight <= this.#heaviest) this.#put(key, { value, weight });
  }

  #put(key: K, entry: Entry<V>): void {
    if (this.#young.size >= this.#most || this.#weight + entry.weight > this.#heaviest) {
      this.#old = this.#young;
      this.#young = new Map();
      this.#weight = 0;
    }
    this.#young.set(key, entry);
    this.#weight += entry.weight;
  }

  /** What was used lately comes last. */
  values(): V[] {
    return [...this.#old.values(), ...this.#young.values()].map(({ value }) => value);
  }

  get size(): number {
    return this.#old.size + this.#young.size;
  }
}
