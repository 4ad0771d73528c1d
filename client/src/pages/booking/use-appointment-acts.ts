// What can be done to an appointment. The answer updates it wherever it is shown; one that will not take place leaves the
// calendars at once, without waiting for the live event that says the same.
import type { ApolloCache } from '@apollo/client';
import { graphql } from '@/graph/generated';
import { placeEntry } from '@/parts/place-entry';
import { useAct } from '@/parts/use-act';

/** All that an act can change. */
graphql(`
  fragment SettledAppointment_appointment on Appointment {
    id
    status
    version
    startsAt
    endsAt
    heldUntil
  }
`);

const confirmAppointment = graphql(`
  mutation ConfirmAppointment($id: ID!) {
    confirmAppointment(input: { appointmentId: $id }) {
      userErrors {
        ...Refusal
      }
      appointment {
        id
        ...SettledAppointment_appointment
      }
    }
  }
`);

const declineAppointment = graphql(`
  mutation DeclineAppointment($id: ID!) {
    declineAppointment(input: { appointmentId: $id }) {
      userErrors {
        ...Refusal
      }
      appointment {
        id
        ...SettledAppointment_appointment
      }
    }
  }
`);

const cancelAppointment = graphql(`
  mutation CancelAppointment($id: ID!) {
    cancelAppointment(input: { appointmentId: $id }) {
      userErrors {
        ...Refusal
      }
      appointment {
        id
        ...SettledAppointment_appointment
      }
    }
  }
`);

const completeAppointment = graphql(`
  mutation CompleteAppointment($id: ID!, $outcome: AppointmentOutcome!) {
    completeAppointment(input: { appointmentId: $id, outcome: $outcome }) {
      userErrors {
        ...Refusal
      }
      appointment {
        id
        ...SettledAppointment_appointment
      }
    }
  }
`);

export function useAppointmentActs() {
  const confirm = useAct(confirmAppointment);
  const decline = useAct(declineAppointment);
  const cancel = useAct(cancelAppointment);
  const complete = useAct(completeAppointment);
  const acts = [confirm, decline, cancel, complete];
  const takeOut = (id: string, isDone: boolean, cache: ApolloCache) => {
    if (isDone) placeEntry(cache, id, null);
  };
  return {
    isBusy: acts.some(({ isBusy }) => isBusy),
    refusals: acts.flatMap(({ refusals }) => refusals),
    confirm: (id: string) => confirm.run({ id }),
    decline: (id: string) =>
      decline.run(
        { id },
        { update: (cache, { data }) => takeOut(id, Boolean(data?.declineAppointment.appointment), cache) },
      ),
    cancel: (id: string) =>
      cancel.run(
        { id },
        { update: (cache, { data }) => takeOut(id, Boolean(data?.cancelAppointment.appointment), cache) },
      ),
    complete: (id: string, outcome: 'COMPLETED' | 'NO_SHOW') => complete.run({ id, outcome }),
  };
}
