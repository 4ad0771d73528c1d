// Moves an appointment: another time is picked, shown beside the old one, and taken. Refused, it stays where it was.
import { useApolloClient } from '@apollo/client/react';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import type { AppointmentFacts_AppointmentFragment } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Notice } from '@/ui/notice';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { said } from '@/ui/toasts';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { appointmentWords } from './appointment-words';
import { BothTimes } from './both-times';
import { freeSlots } from './slots/free-slots';
import { SlotPicker } from './slots/slot-picker';
import { slotWords } from './slots/slot-words';
import type { Slot } from './slots/slots-by-day';

const rescheduleAppointment = graphql(`
  mutation RescheduleAppointment($input: RescheduleAppointmentInput!) {
    rescheduleAppointment(input: $input) {
      userErrors {
        ...Refusal
      }
      appointment {
        id
        ...SettledAppointment_appointment
        startsAt
        endsAt
      }
    }
  }
`);

interface RescheduleDialogProps {
  readonly appointment: AppointmentFacts_AppointmentFragment;
  readonly onClose: () => void;
}

export function RescheduleDialog({
  appointment: { id, title, coach, offering, ...old },
  onClose,
}: RescheduleDialogProps) {
  const words = useWords(appointmentWords);
  const times = useWords(slotWords);
  const states = useWords(stateWords);
  const { day, time } = useFormats();
  const client = useApolloClient();
  const act = useAct(rescheduleAppointment);
  const [slot, setSlot] = useState<Slot | null>(null);
  const write = (instant: string) => `${day(instant, ownTimeZone())}, ${time(instant, ownTimeZone())}`;
  const isTaken = act.refusals.some(({ code }) => code === 'SLOT_TAKEN' || code === 'SLOT_NOT_OFFERED');

  const move = async (to: Slot) => {
    const data = await act.run(
      { input: { appointmentId: id, startsAt: to.startsAt } },
      {
        update(cache, { data: moved }) {
          const now = moved?.rescheduleAppointment.appointment;
          if (!now) return;
          cache.modify({
            id: cache.identify({ __typename: 'CalendarEntry', id }) ?? '',
            fields: { startsAt: () => now.startsAt, endsAt: () => now.endsAt },
          });
        },
      },
    );
    void client.refetchQueries({ include: [freeSlots] });
    if (!data) return;
    said(words.moved(write(to.startsAt)));
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.rescheduleTitle}
      size="64rem"
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <Stack>
        <div>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {words.moveFrom(write(old.startsAt))}
          </Text>
        </div>
        {isTaken && slot ? <Notice text={times.taken(write(slot.startsAt))} /> : <Refusals of={act.refusals} />}
        {slot && !isTaken ? (
          <>
            <BothTimes {...slot} coachZone={coach?.timeZone} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setSlot(null)}>
                {words.back}
              </Button>
              <Button loading={act.isBusy} onClick={() => void move(slot)} data-autofocus>
                {words.move}
              </Button>
            </Group>
          </>
        ) : (
          coach &&
          offering && (
            <SlotPicker
              coachId={coach.id}
              coachZone={coach.timeZone}
              offeringId={offering.id}
              horizonDays={offering.horizonDays}
              onChoose={(one) => {
                act.reset();
                setSlot(one);
              }}
            />
          )
        )}
      </Stack>
    </Modal>
  );
}
