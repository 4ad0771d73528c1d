// Who asks, and until when an answer is of use. Readers and use cases take an Asker; a plain viewer is one.
import type { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Viewer } from '@mosaic/kernel/identity/viewer';

export interface Asker extends Viewer {
  /** Absent when nobody waits on the other end: reactions to events, live streams, seeding. */
  readonly deadline?: Deadline;
}
