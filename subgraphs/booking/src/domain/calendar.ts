// A person's calendar: appointments and events on one line of time, and the log of what changed in it.

/** What an entry of a calendar is about. */
export const calendarEntryKinds = {
  APPOINTMENT: 'A coach’s time, taken by the viewer or from the viewer.',
  EVENT: 'An occasion that the viewer organises or goes to.',
} as const;
export type CalendarEntryKind = keyof typeof calendarEntryKinds;

export class CalendarEntry {
  /** The id of the appointment or event. */
  id: string;
  kind: CalendarEntryKind;
  startsAt: Date;
  endsAt: Date;
  title: string;
}

/** One line of a person's log: what to look at again. */
export interface CalendarNews {
  readonly kind: CalendarEntryKind;
  readonly itemId: string;
}

/** The live topic of a person's calendar. */
export const calendarTopic = (personId: string): string => `calendar:${personId}`;
export const personOf = (topic: string): string => topic.slice(calendarTopic('').length);
