// How long a single question to the store may take: what is left of the call, at most a second.
import type { Deadline } from '../deadline/deadline.js';

const LONGEST_MS = 1_000;

/** For `maxTimeMS`; at least 1, because 0 would mean "for ever". */
export const budgetOf = ({ deadline }: { readonly deadline?: Deadline }): number =>
  Math.max(1, Math.min(LONGEST_MS, deadline?.remaining() ?? LONGEST_MS));
