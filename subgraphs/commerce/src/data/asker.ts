// Who reads: a person, a guest, or nobody.
import type { Viewer } from '@mosaic/kernel/identity/viewer';

export interface Asker {
  readonly viewer: Viewer | null;
  /** Whose cart is meant: the viewer's id, else the guest's, else null. */
  readonly buyerId: string | null;
}
