// What this subgraph keeps of a person: enough to find their rooms by name, and when they were last here.
import type { Locale } from '@mosaic/kernel/identity/viewer';
import type { Id } from '@mosaic/kernel/values/ids';

export class Person {
  id: Id<'User'>;
  displayName: string;
  foldedName: string;
  locale: Locale;
  /** When the newest event about them occurred; an older one that comes late changes nothing. */
  knownAt: Date;
}
