// What any calendar of the app knows of an entry. One selection for lists and live updates, so that the cache has it all.
import { type FragmentType, graphql } from '@/graph/generated';

export const calendarEntryFragment = graphql(`
  fragment CalendarEntry_entry on CalendarEntry {
    id
    kind
    startsAt
    endsAt
    title
    appointment {
      ...AppointmentFacts_appointment
    }
    event {
      id
      status
      place
    }
  }
`);

/** Everything a page says of an appointment and of what can be done with it. */
export const appointmentFacts = graphql(`
  fragment AppointmentFacts_appointment on Appointment {
    id
    status
    title
    startsAt
    endsAt
    heldUntil
    version
    price {
      amountMinor
      currency
    }
    coach {
      id
      timeZone
      user {
        id
        displayName
        ...Avatar_user
      }
    }
    client {
      id
      displayName
      ...Avatar_user
    }
    offering {
      id
      minutes
      horizonDays
      isArchived
    }
  }
`);

export type MaskedEntry = FragmentType<typeof calendarEntryFragment>;
