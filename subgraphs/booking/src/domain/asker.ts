// Who asks: somebody signed in, a guest, both (a guest who signed in half way), or nobody.
import type { Viewer } from '@mosaic/kernel/identity/viewer';

export interface Asker {
  readonly viewer: Viewer | null;
  /** A Guest id. */
  readonly guest: string | null;
}

/** Who the asker acts as when guests may act too: the account, else the guest; null for nobody. */
export const actorOf = ({ viewer, guest }: Asker): string | null => viewer?.id ?? guest;

/** Every id under which something may be the asker's. */
export const idsOf = ({ viewer, guest }: Asker): string[] => [viewer?.id, guest].filter((id) => id != null);
