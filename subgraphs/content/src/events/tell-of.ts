// What others announce comes into inboxes: one reaction for each of their rows in the table of notices.
import type { Reaction } from '@mosaic/kernel/outbox/source';
import { foreignNotices } from '../data/notices.js';
import type { Unit } from '../data/unit-of-work.js';

export const tellOfOthers: readonly Reaction<Unit>[] = foreignNotices.map(({ on, tell }) => ({
  on,
  name: `tell of ${on.name}`,
  react: async (event, unit) => {
    for (const telling of tell(event)) await unit.notifications.tell(telling);
  },
}));
