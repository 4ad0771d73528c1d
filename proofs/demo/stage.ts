// What the acts of the demo world share: the opened subgraphs, the calendar, and a "yes" expected of every use case.
import type { OpenContent } from '@mosaic/content/subgraph';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { days } from '@mosaic/kernel/values/time';
import type { OpenUsers } from '@mosaic/users/subgraph';
import type { Character } from './cast.js';

export interface Inhabitant extends Viewer {
  readonly character: Character;
}

export interface Stage {
  readonly users: OpenUsers;
  readonly content: OpenContent;
  /** Midnight (UTC) of today: everything happens before it. */
  readonly today: Date;
  say(line: string): void;
}

export const HISTORY_DAYS = 90;

export const daysBefore = (today: Date, count: number): Date => new Date(today.getTime() - days(count));

/** The answer, or an error: the demo world asks nothing that is refused. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the demo world was refused: ${answer.code} ${answer.message}`);
  return answer;
}

/** Runs the acts, at most `width` at a time. */
export async function inParallel<T>(acts: readonly T[], width: number, run: (act: T) => Promise<void>): Promise<void> {
  const waiting = [...acts];
  const worker = async () => {
    for (let act = waiting.shift(); act !== undefined; act = waiting.shift()) await run(act);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
