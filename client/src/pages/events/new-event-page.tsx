// Making an event: it is a draft first.
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Page as Frame } from '@/ui/page';
import { said } from '@/ui/toasts';
import { ownTimeZone } from '@/words/formats';
import { useWords } from '@/words/words';
import { EventForm } from './event-form';
import { eventFormWords } from './event-form-words';
import { listEvent } from './event-lists';
import { type EventDetails, emptyValues } from './event-values';
import { useWish } from './use-wish';

const createEvent = graphql(`
  mutation CreateEvent($input: CreateEventInput!) {
    createEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        ...EventCard_event
      }
    }
  }
`);

export function Page() {
  const words = useWords(eventFormWords);
  const navigate = useNavigate();
  const act = useAct(createEvent);
  const wish = useWish();
  const [initial] = useState(() => emptyValues(new Date(), ownTimeZone()));
  const create = async (details: EventDetails) => {
    const done = await act.run(
      { input: { ...details, idempotencyKey: wish.keyFor(details) } },
      { update: (cache, { data }) => data?.createEvent.event && listEvent(cache, data.createEvent.event.id) },
    );
    const event = done?.createEvent.event;
    if (!event) return;
    said(words.created);
    await navigate(`/events/${event.id}`, { replace: true });
  };
  return (
    <Frame title={words.newTitle} lead={words.newLead} width="narrow">
      <EventForm
        initial={initial}
        submitLabel={words.create}
        isBusy={act.isBusy}
        refusals={act.refusals}
        onSubmit={(details) => void create(details)}
      />
    </Frame>
  );
}
