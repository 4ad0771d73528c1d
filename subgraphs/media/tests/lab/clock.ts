// A clock that tests move: it stands still, and jumps when told.
import type { Clock, Milliseconds } from '@mosaic/kernel/values/time';

export interface MovableClock extends Clock {
  move(by: Milliseconds): void;
}

export function movable(): MovableClock {
  let at = Date.now();
  return {
    now: () => new Date(at),
    move: (by) => {
      at += by;
    },
  };
}
