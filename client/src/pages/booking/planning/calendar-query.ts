// The viewer's calendar in a stretch of at most 62 days.
import { graphql } from '@/graph/generated';

/** As far as the graph looks at once. */
export const LONGEST_DAYS = 62;

export const calendarQuery = graphql(`
  query PlanningCalendar($from: DateTime!, $to: DateTime!) {
    calendar(from: $from, to: $to) {
      id
      ...CalendarEntry_entry
    }
  }
`);
