// Clients that ask one thing again and again while something dies, and remember every answer.
import type { Answer } from '../lab/post.js';

export interface Load {
  /** Every answer, in order of arrival. */
  readonly answers: Answer[];
  /** Why no answer came, for those requests that had none. */
  readonly failures: unknown[];
  /** Resolves when those under way are answered. */
  stop(): Promise<void>;
}

/** `clients` at a time, each asking again 10 ms after its answer. */
export function startLoad(clients: number, ask: () => Promise<Answer>): Load {
  const answers: Answer[] = [];
  const failures: unknown[] = [];
  let isOver = false;
  const client = async () => {
    while (!isOver) {
      await ask().then(
        (answer) => answers.push(answer),
        (failure) => failures.push(failure),
      );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  const running = Promise.all(Array.from({ length: clients }, client));
  return {
    answers,
    failures,
    async stop() {
      isOver = true;
      await running;
    },
  };
}

/** The slowest of these, in ms. */
export const slowest = (answers: readonly Answer[]): number => Math.max(0, ...answers.map(({ ms }) => ms));
