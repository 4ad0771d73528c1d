// Root fields that stream, in files by subject.
import { CalendarSubscriptions } from './calendar-subscriptions.js';

export const subscriptions = [
  CalendarSubscriptions,
  //
] as const;
