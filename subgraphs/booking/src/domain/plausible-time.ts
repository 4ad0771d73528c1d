// Instants from outside: a store refuses years that a date can be written with, and no coach works in them.

const FIRST = Date.UTC(1970, 0, 1);
const LAST = Date.UTC(2200, 0, 1);

/** Whether an instant lies between 1970 and 2200. */
export const isPlausible = (instant: Date): boolean => instant.getTime() >= FIRST && instant.getTime() < LAST;
