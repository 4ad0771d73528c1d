// The free times of a coach in a stretch of time.
import { graphql } from '@/graph/generated';

export const freeSlots = graphql(`
  query FreeSlots($coachId: ID!, $offeringId: ID!, $from: DateTime!, $to: DateTime!) {
    coach(id: $coachId) {
      id
      slots(offeringId: $offeringId, from: $from, to: $to) {
        startsAt
        endsAt
      }
    }
  }
`);
