// Agrees with the client on the form of its answer before anything is read. Headers repeat themselves, so that what was read
// of one is remembered.
import { Recent } from '../bounds/recent.js';
import type { Stage } from '../passage.js';
import { type Accepted, acceptsAnything } from '../respond/answer-format.js';
import { Refused } from '../respond/refusals.js';
import { readAccept } from './read-accept.js';

const MOST_REMEMBERED = 200;
const LONGEST_ACCEPT = 1_000;

export function negotiateAnswer(): Stage['admit'] {
  const known = new Recent<string, { readonly accepted: Accepted | null }>(MOST_REMEMBERED);
  const read = (accept: string) => {
    const seen = known.get(accept);
    if (seen) return seen.accepted;
    const accepted = readAccept(accept);
    known.set(accept, { accepted });
    return accepted;
  };
  return (passage) => {
    const { accept } = passage.http?.request.headers ?? {};
    const isUsual = accept === undefined || accept === '*/*';
    const accepted = isUsual ? acceptsAnything : accept.length > LONGEST_ACCEPT ? null : read(accept);
    if (!accepted) return Refused.as('NOT_ACCEPTABLE');
    passage.accepted = accepted;
    return null;
  };
}
