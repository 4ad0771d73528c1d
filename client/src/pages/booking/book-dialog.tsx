// Says what is about to be booked, books it, and says what came of it. One key per chosen time: a retry books once.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import type { AppointmentFacts_AppointmentFragment, OfferingChoice_OfferingFragment } from '@/graph/generated/graphql';
import { appointmentFacts } from '@/parts/calendar-entry';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { BothTimes } from './both-times';
import { coachWords } from './coach-words';
import { Countdown } from './countdown';
import type { Slot } from './slots/slots-by-day';

const requestAppointment = graphql(`
  mutation RequestAppointment($input: RequestAppointmentInput!) {
    requestAppointment(input: $input) {
      userErrors {
        ...Refusal
      }
      appointment {
        ...AppointmentFacts_appointment
      }
    }
  }
`);

interface BookDialogProps {
  readonly slot: Slot;
  readonly offering: OfferingChoice_OfferingFragment;
  readonly coachZone: string;
  readonly onClose: () => void;
  /** Something was booked, or the time is gone: the times must be asked for again. */
  readonly onBooked: () => void;
  readonly onTaken: (slot: Slot) => void;
}

const GONE = new Set(['SLOT_TAKEN', 'SLOT_NOT_OFFERED']);

export function BookDialog({ slot, offering, coachZone, onClose, onBooked, onTaken }: BookDialogProps) {
  const words = useWords(coachWords);
  const states = useWords(stateWords);
  const { money } = useFormats();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const act = useAct(requestAppointment);
  const [booked, setBooked] = useState<AppointmentFacts_AppointmentFragment | null>(null);
  const isPaid = offering.price.amountMinor > 0;
  const { yes, note } = isPaid
    ? { yes: words.yesHold, note: words.holdsNote }
    : offering.isConfirmationRequired
      ? { yes: words.yesAsk, note: words.asksNote }
      : { yes: words.yes, note: null };

  const book = async () => {
    const data = await act.run({ input: { offeringId: offering.id, startsAt: slot.startsAt, idempotencyKey } });
    if (!data) return;
    setBooked(unmask(appointmentFacts, data.requestAppointment.appointment));
    onBooked();
  };
  const isGone = act.refusals.some(({ code }) => GONE.has(code));
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the refusal comes
  useEffect(() => {
    if (isGone) onTaken(slot);
  }, [isGone]);

  const done =
    booked && ({ HELD: words.heldTitle, REQUESTED: words.askedTitle }[String(booked.status)] ?? words.doneTitle);
  return (
    <Modal
      opened
      onClose={onClose}
      title={done ?? words.dialog}
      centered
      closeButtonProps={{ 'aria-label': states.close }}
    >
      <Stack gap="md">
        <div>
          <Text fw={600}>{offering.name}</Text>
          <Text c="dimmed" size="sm">
            {words.minutes(offering.minutes)} · {isPaid ? money(offering.price) : words.free}
          </Text>
        </div>
        <BothTimes {...slot} coachZone={coachZone} />
        {booked ? (
          <>
            {booked.heldUntil && <Countdown until={booked.heldUntil} />}
            {booked.status === 'REQUESTED' && <Text size="sm">{words.asksNote}</Text>}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {words.more}
              </Button>
              <Button component={Link} to={booked.status === 'HELD' ? '/cart' : '/planning'} data-autofocus>
                {booked.status === 'HELD' ? words.toCart : words.toPlanning}
              </Button>
            </Group>
          </>
        ) : (
          <>
            {note && <Text size="sm">{note}</Text>}
            {!isGone && <Refusals of={act.refusals} />}
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {states.cancel}
              </Button>
              <Button loading={act.isBusy} onClick={() => void book()} data-autofocus>
                {yes}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Modal>
  );
}
