// Publishing and cancelling an event: the table of its states decides. To ask for the state it has changes nothing.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { checkEventStep, type Event, type EventStatus } from '../domain/event.js';
import type { Rooms } from './rooms.js';
import { takeOwnEvent } from './take-event.js';
import { tellAllCalendars } from './tell-event.js';

const turnEvent = ({ transact }: Rooms, viewer: Viewer, eventId: string, to: EventStatus): Promise<Event | Refusal> =>
  transact(async (unit) => {
    const event = await takeOwnEvent(unit, viewer, eventId);
    if (isRefusal(event) || event.status === to) return event;
    const refusal = checkEventStep(event.status, to);
    if (refusal) return refusal;
    const turned = await unit.events.change(event, { status: to });
    await tellAllCalendars(unit, turned);
    return turned;
  });

/** Refuses NOT_FOUND, NOT_ORGANISER, ILLEGAL_EVENT_TRANSITION. */
export const publishEvent = (rooms: Rooms, viewer: Viewer, eventId: string): Promise<Event | Refusal> =>
  turnEvent(rooms, viewer, eventId, 'PUBLISHED');

/** The same refusals. What was spent for it can still be settled. */
export const cancelEvent = (rooms: Rooms, viewer: Viewer, eventId: string): Promise<Event | Refusal> =>
  turnEvent(rooms, viewer, eventId, 'CANCELLED');
