// One entity in many places is one object. What has been written of it is remembered with it, so that an answer in which
// everybody knows everybody is written in the time of its people, not of their acquaintances.
import type { Fetched } from './run.js';

/** No member of JSON: neither merging nor writing sees it. */
const WRITTEN = Symbol('written');

interface Written {
  by: unknown;
  text: string;
}
type Shared = Fetched & { [WRITTEN]?: Written };

/** Notes that the object stands in several places. */
export function share(object: Fetched): void {
  (object as Shared)[WRITTEN] ??= { by: null, text: '' };
}

/** What `write` makes of an object; it is asked once for one that is shared. */
export function writeShared(object: Fetched, write: (object: Fetched) => string): string {
  const written = (object as Shared)[WRITTEN];
  if (written === undefined) return write(object);
  if (written.by !== write) {
    written.text = write(object);
    written.by = write;
  }
  return written.text;
}
