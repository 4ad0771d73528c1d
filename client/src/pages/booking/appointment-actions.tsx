// The buttons of an appointment: what its viewer can do with it now.
import { Button, Group, Stack } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { type FragmentType, unmask } from '@/graph/generated';
import { appointmentFacts } from '@/parts/calendar-entry';
import { useConfirm } from '@/parts/confirm';
import { useSignedIn } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { appointmentWords } from './appointment-words';
import { Countdown } from './countdown';
import { RescheduleDialog } from './reschedule-dialog';
import { useAppointmentActs } from './use-appointment-acts';
import { whatCanBeDone } from './what-can-be-done';

interface AppointmentActionsProps {
  readonly appointment: FragmentType<typeof appointmentFacts>;
  /** Only what waits for the viewer: for lists, where the rest is a click away. */
  readonly isBrief?: boolean;
}

export function AppointmentActions({ appointment, isBrief = false }: AppointmentActionsProps) {
  const words = useWords(appointmentWords);
  const viewer = useSignedIn();
  const facts = unmask(appointmentFacts, appointment);
  const acts = useAppointmentActs();
  const [dialog, confirm] = useConfirm();
  const [isMoving, setMoving] = useState(false);
  const can = whatCanBeDone(facts, viewer, Date.now());
  const { id } = facts;

  const decline = async () => {
    const text = words.declineText(facts.client?.displayName ?? words.someone);
    if (await confirm({ title: words.declineTitle, text, yes: words.decline })) await acts.decline(id);
  };
  const cancel = async () => {
    const question = { title: words.cancelTitle, text: words.cancelText, yes: words.cancel, no: words.keep };
    if (await confirm(question)) await acts.cancel(id);
  };
  const isAnything = isBrief
    ? can.some((act) => act === 'answer' || act === 'pay' || act === 'complete')
    : can.length > 0;
  return (
    <>
      {dialog}
      {(isAnything || acts.refusals.length > 0) && (
        <Stack gap="sm">
          <Refusals of={acts.refusals} />
          {isAnything && (
            <Group gap="xs">
              {can.includes('answer') && (
                <>
                  <Button loading={acts.isBusy} onClick={() => void acts.confirm(id)}>
                    {words.confirm}
                  </Button>
                  <Button variant="default" disabled={acts.isBusy} onClick={() => void decline()}>
                    {words.decline}
                  </Button>
                </>
              )}
              {can.includes('pay') && (
                <>
                  <Button component={Link} to="/cart">
                    {words.pay}
                  </Button>
                  {facts.heldUntil && <Countdown until={facts.heldUntil} />}
                </>
              )}
              {can.includes('complete') && (
                <>
                  <Button loading={acts.isBusy} onClick={() => void acts.complete(id, 'COMPLETED')}>
                    {words.completed}
                  </Button>
                  <Button variant="default" disabled={acts.isBusy} onClick={() => void acts.complete(id, 'NO_SHOW')}>
                    {words.noShow}
                  </Button>
                </>
              )}
              {!isBrief && can.includes('reschedule') && (
                <Button variant="default" onClick={() => setMoving(true)}>
                  {words.reschedule}
                </Button>
              )}
              {!isBrief && can.includes('cancel') && (
                <Button variant="subtle" color="red" loading={acts.isBusy} onClick={() => void cancel()}>
                  {words.cancel}
                </Button>
              )}
            </Group>
          )}
        </Stack>
      )}
      {isMoving && <RescheduleDialog appointment={facts} onClose={() => setMoving(false)} />}
    </>
  );
}
