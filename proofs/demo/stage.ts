// What the acts of the demo world share: the opened subgraphs, the calendar, and a "yes" expected of every use case.
import type { OpenBooking } from '@mosaic/booking/subgraph';
import type { OpenCommerce } from '@mosaic/commerce/subgraph';
import type { OpenContent } from '@mosaic/content/subgraph';
import type { OpenCourses } from '@mosaic/courses/subgraph';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { days } from '@mosaic/kernel/values/time';
import type { OpenMedia } from '@mosaic/media/subgraph';
import type { OpenUsers } from '@mosaic/users/subgraph';
import type { Character } from './cast.js';
import type { Once } from './notebook.js';

export interface Inhabitant extends Viewer {
  readonly character: Character;
}

export interface Stage {
  readonly users: OpenUsers;
  readonly content: OpenContent;
  readonly booking: OpenBooking;
  readonly commerce: OpenCommerce;
  readonly courses: OpenCourses;
  readonly media: OpenMedia;
  /** Whether payments are simulated. */
  readonly isPlayMoney: boolean;
  /** Midnight (UTC) of the day on which the filling began. */
  readonly today: Date;
  say(line: string): void;
  /** Skips what an earlier filling did. */
  readonly once: Once;
}

export const HISTORY_DAYS = 80;

export const daysBefore = (today: Date, count: number): Date => new Date(today.getTime() - days(count));

/** The answer, or an error: the demo world asks nothing that is refused. */
export function granted<T>(answer: T | Refusal): T {
  if (isRefusal(answer)) throw new Error(`the demo world was refused: ${answer.code} ${answer.message}`);
  return answer;
}

/** Somebody of the cast, by name. */
export function named(people: readonly Inhabitant[], name: string): Inhabitant {
  const found = people.find(({ character }) => character.name === name);
  if (!found) throw new Error(`${name} is not in the cast`);
  return found;
}

/** Runs the acts, at most `width` at a time. */
export async function inParallel<T>(acts: readonly T[], width: number, run: (act: T) => Promise<void>): Promise<void> {
  const waiting = [...acts];
  const worker = async () => {
    for (let act = waiting.shift(); act !== undefined; act = waiting.shift()) await run(act);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
