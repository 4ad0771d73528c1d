// What the organiser can do with the event as a whole: publish, edit, call off.
import { Button } from '@mantine/core';
import { CalendarX2, Pencil, Send } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { eventPageWords } from './event-page-words';

const fragment = graphql(`
  fragment EventActions_event on Event {
    id
    status
    version
  }
`);

const publishEvent = graphql(`
  mutation PublishEvent($input: PublishEventInput!) {
    publishEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        ...EventActions_event
        ...EventBadges_event
      }
    }
  }
`);

const cancelEvent = graphql(`
  mutation CancelEvent($input: CancelEventInput!) {
    cancelEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        ...EventActions_event
        ...EventBadges_event
      }
    }
  }
`);

export function EventActions({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(eventPageWords);
  const { id, status } = unmask(fragment, event);
  const publishing = useAct(publishEvent);
  const cancelling = useAct(cancelEvent);
  const [dialog, confirm] = useConfirm();

  const publish = async () => {
    if (await publishing.run({ input: { eventId: id } })) said(words.published);
  };
  const cancel = async () => {
    const isSure = await confirm({
      title: words.cancelTitle,
      text: words.cancelText,
      yes: words.cancelYes,
      no: words.keep,
    });
    if (isSure) await cancelling.run({ input: { eventId: id } });
  };

  if (status === 'CANCELLED') return null;
  return (
    <>
      <Button
        variant="default"
        component={Link}
        to={`/events/${id}/edit`}
        leftSection={<Pencil size={16} aria-hidden />}
      >
        {words.edit}
      </Button>
      <Button
        variant="subtle"
        color="red"
        leftSection={<CalendarX2 size={16} aria-hidden />}
        loading={cancelling.isBusy}
        onClick={() => void cancel()}
      >
        {words.cancel}
      </Button>
      {status === 'DRAFT' && (
        <Button leftSection={<Send size={16} aria-hidden />} loading={publishing.isBusy} onClick={() => void publish()}>
          {words.publish}
        </Button>
      )}
      <Refusals of={[...publishing.refusals, ...cancelling.refusals]} />
      {dialog}
    </>
  );
}
