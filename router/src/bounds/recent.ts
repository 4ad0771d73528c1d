// A map that remembers the most recently used entries, bounded by number and by weight.

export class Recent<K, V> {
  readonly #entries = new Map<K, { value: V; weight: number }>();
  #weight = 0;

  /** The weight of an entry is what `set` is given; its unit is the caller's. */
  constructor(
    private readonly most: number,
    private readonly heaviest = Number.POSITIVE_INFINITY,
  ) {}

  get(key: K): V | undefined {
    const entry = this.#entries.get(key);
    if (!entry) return undefined;
    this.#entries.delete(key); // to the end: a Map iterates in insertion order
    this.#entries.set(key, entry);
    return entry.value;
  }

  set(key: K, value: V, weight = 0): void {
    this.delete(key);
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const [oldest] of this.#entries) {
      if (this.#entries.size <= this.most && this.#weight <= this.heaviest) break;
      this.delete(oldest);
    }
  }

  delete(key: K): void {
    this.#weight -= this.#entries.get(key)?.weight ?? 0;
    this.#entries.delete(key);
  }

  /** The most recently used last. */
  values(): V[] {
    return [...this.#entries.values()].map(({ value }) => value);
  }

  get size(): number {
    return this.#entries.size;
  }
}
