// Changing an event. Whoever edits an old version is told, and nothing of theirs is lost.
import { useQuery } from '@apollo/client/react';
import { Button, Skeleton } from '@mantine/core';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import type { EditEventQuery } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Notice } from '@/ui/notice';
import { Page as Frame } from '@/ui/page';
import { Problem } from '@/ui/problem';
import { stateWords } from '@/ui/state-words';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { EventForm } from './event-form';
import { eventFormWords } from './event-form-words';
import { type EventDetails, valuesOf } from './event-values';

const editEvent = graphql(`
  query EditEvent($id: ID!) {
    event(id: $id) {
      id
      version
      title
      description
      place
      startsAt
      endsAt
      timeZone
      capacity
      organiser {
        id
      }
    }
  }
`);

const updateEvent = graphql(`
  mutation UpdateEvent($input: UpdateEventInput!) {
    updateEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        version
        description
        ...EventCard_event
        ...EventFacts_event
        ...EventAnswer_event
      }
    }
  }
`);

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(eventFormWords);
  const viewer = useSignedIn();
  const result = useQuery(editEvent, { variables: { id }, fetchPolicy: 'network-only' });
  return (
    <Frame title={words.editTitle} width="narrow">
      <Answer of={result} skeleton={<Skeleton height={520} radius="lg" />}>
        {({ event }) => {
          if (!event) return <Problem failure={{ kind: 'refused', code: 'NOT_FOUND', requestId: null }} />;
          if (event.organiser?.id !== viewer.id) return <Notice text={words.notYours} />;
          return <Editing event={event} reload={() => void result.refetch()} />;
        }}
      </Answer>
    </Frame>
  );
}

interface EditingProps {
  readonly event: NonNullable<EditEventQuery['event']>;
  readonly reload: () => void;
}

function Editing({ event, reload }: EditingProps) {
  const words = useWords(eventFormWords);
  const { cancel } = useWords(stateWords);
  const navigate = useNavigate();
  const act = useAct(updateEvent);
  const isStale = act.refusals.some(({ code }) => code === 'CONFLICT');
  const save = async (details: EventDetails) => {
    const done = await act.run({ input: { eventId: event.id, expectedVersion: event.version, ...details } });
    // The next attempt is made from the newest version; what was typed stays in the form.
    if (!done) return reload();
    said(words.saved);
    await navigate(`/events/${event.id}`, { replace: true });
  };
  return (
    <>
      {isStale && <Notice text={words.conflict} />}
      <EventForm
        initial={valuesOf(event)}
        submitLabel={words.save}
        isBusy={act.isBusy}
        refusals={act.refusals.filter(({ code }) => code !== 'CONFLICT')}
        onSubmit={(details) => void save(details)}
      >
        <Button variant="default" component={Link} to={`/events/${event.id}`}>
          {cancel}
        </Button>
      </EventForm>
    </>
  );
}
