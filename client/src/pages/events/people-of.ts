// The people of an event to choose from: for a task, as payer, as somebody who shares.
import { type FragmentType, graphql, unmask } from '@/graph/generated';

const fragment = graphql(`
  fragment PeopleOf_event on Event {
    id
    participants(first: 100) {
      edges {
        cursor
        node {
          rsvp
          user {
            id
            displayName
          }
        }
      }
    }
  }
`);

export interface Participant {
  readonly id: string;
  readonly name: string;
  /** Declined, or never answered: not among those who share unless chosen. */
  readonly isComing: boolean;
}

export const peopleOf = (event: FragmentType<typeof fragment>): readonly Participant[] =>
  unmask(fragment, event).participants.edges.flatMap(({ node: { user, rsvp } }) =>
    user ? [{ id: user.id, name: user.displayName, isComing: rsvp === 'GOING' }] : [],
  );
