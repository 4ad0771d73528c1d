// A list of numbers, read one by one as choices. When it ends every choice is the first: so fast-check, which makes the
// list shorter and its numbers smaller, makes the operation simpler.

export class Choices {
  #next = 0;

  constructor(private readonly numbers: readonly number[]) {}

  get haveEnded(): boolean {
    return this.#next >= this.numbers.length;
  }

  /** A number in [0, count). */
  below(count: number): number {
    const number = this.numbers[this.#next] ?? 0;
    this.#next += 1;
    return number % count;
  }

  /** True once in `every` times; never when the choices have ended. */
  once(every: number): boolean {
    return this.below(every) === every - 1;
  }

  /** One of a list that is not empty. */
  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}
