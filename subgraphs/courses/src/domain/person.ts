// What this subgraph keeps of a person: the name that their certificates show.
import type { Id } from '@mosaic/kernel/values/ids';

export class Person {
  id: Id<'User'>;
  displayName: string;
  /** When the newest event about them occurred; an older one that comes late changes nothing. */
  knownAt: Date;
}
