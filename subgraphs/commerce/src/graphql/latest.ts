// A history that somebody can make as long as they like, such as trying to pay, is shown to a bound.

const MOST_SHOWN = 100;

/** The last 100 of a list in order of time. */
export const latest = <T>(history: readonly T[]): T[] => history.slice(-MOST_SHOWN);
