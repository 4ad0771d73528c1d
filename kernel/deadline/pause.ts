// A pause that can be cut short: for loops that work when there is news and look again by themselves in between.
import type { Milliseconds } from '../values/time.js';

export class Pause {
  #hasNews = false;
  #rouse: () => void = () => {};

  /** Ends the pause under way, or the next one before it begins. Any number of calls count as one. */
  readonly cut = (): void => {
    this.#hasNews = true;
    this.#rouse();
  };

  /** Resolves after `longest`, or as soon as it is cut. */
  async take(longest: Milliseconds): Promise<void> {
    if (!this.#hasNews) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, longest);
        this.#rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.#hasNews = false;
  }
}
