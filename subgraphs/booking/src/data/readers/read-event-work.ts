// Reads tasks, for those who take part in their event, and invitations, for its organiser.
import type { Page } from '@mosaic/kernel/paging/page';
import type { Asker } from '../../domain/asker.js';
import { EventInvitation } from '../../domain/event-invitation.js';
import { EventTask } from '../../domain/event-task.js';
import { byCreation, type ManyLists, pageMany } from './page-many.js';
import type { Fork } from './readers.js';

const invitations: ManyLists = { table: 'event_invitations', owner: 'event_id', ...byCreation };

export const readEventWork = (fork: Fork) => ({
  /** In any order; only of events the asker takes part in. */
  tasksByIds: async ({ viewer }: Asker, ids: readonly string[]): Promise<EventTask[]> =>
    viewer
      ? fork()
          .createQueryBuilder(EventTask, 't')
          .select('*')
          .where({ id: { $in: [...ids] } } as object)
          .andWhere('t.event_id in (select event_id from event_participants where user_id = ?)', [viewer.id])
          .getResultList()
      : [],

  /** Of events that the asker holds, in the order in which they were added. */
  tasksOf: (eventIds: readonly string[]): Promise<EventTask[]> =>
    fork().find(EventTask, { eventId: { $in: [...eventIds] } } as object, {
      orderBy: { createdAt: 'asc', id: 'asc' } as object,
    }),

  /** In any order; only of events the asker organises. */
  invitationsByIds: async ({ viewer }: Asker, ids: readonly string[]): Promise<EventInvitation[]> =>
    viewer
      ? fork()
          .createQueryBuilder(EventInvitation, 'i')
          .select('*')
          .where({ id: { $in: [...ids] } } as object)
          .andWhere('i.event_id in (select id from events where organiser_id = ?)', [viewer.id])
          .getResultList()
      : [],

  /** Of events that the asker organises, the oldest first. */
  async invitationsOf(eventIds: readonly string[], page: Omit<Page, 'scope'>): Promise<EventInvitation[]> {
    const em = fork();
    const rows = await pageMany(em, invitations, eventIds, page);
    return rows.map((row) => em.map(EventInvitation, row));
  },
});
