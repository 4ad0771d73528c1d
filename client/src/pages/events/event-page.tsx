// One event: what it is, who comes, what is to be done, what was spent, its pictures.
import { useQuery } from '@apollo/client/react';
import { Skeleton, Stack, Tabs } from '@mantine/core';
import { useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import type { EventPageQuery } from '@/graph/generated/graphql';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Notice } from '@/ui/notice';
import { Page as Frame } from '@/ui/page';
import { Problem } from '@/ui/problem';
import { useWords } from '@/words/words';
import { AlbumTab } from './album-tab';
import { DetailsTab } from './details-tab';
import { EventActions } from './event-actions';
import { EventAnswer } from './event-answer';
import { EventFacts } from './event-facts';
import classes from './event-page.module.css';
import { eventPageWords } from './event-page-words';
import { ExpensesTab } from './expenses-tab';
import { GuestsTab } from './guests-tab';
import { TasksTab } from './tasks-tab';
import { useLiveEvents, whileSeen } from './use-live-events';
import { useTab } from './use-tab';

const eventPage = graphql(`
  query EventPage($id: ID!) {
    event(id: $id) {
      id
      title
      status
      endsAt
      organiser {
        id
      }
      ...EventFacts_event
      ...EventAnswer_event
      ...EventActions_event
      ...DetailsTab_event
    }
  }
`);

const tabs = ['details', 'guests', 'tasks', 'expenses', 'album'] as const;

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(eventPageWords);
  const result = useQuery(eventPage, { variables: { id }, ...whileSeen });
  useLiveEvents((eventId) => {
    if (eventId === id) void result.refetch();
  });
  const skeleton = (
    <Stack>
      <Skeleton height={40} width="60%" />
      <Skeleton height={260} radius="lg" />
      <Skeleton height={120} radius="lg" />
    </Stack>
  );
  return (
    <Answer of={result} skeleton={skeleton}>
      {({ event }) =>
        event ? (
          <Whole event={event} />
        ) : (
          <Frame title={words.event}>
            <Problem failure={{ kind: 'refused', code: 'NOT_FOUND', requestId: null }} />
          </Frame>
        )
      }
    </Answer>
  );
}

function Whole({ event }: { readonly event: NonNullable<EventPageQuery['event']> }) {
  const words = useWords(eventPageWords);
  const viewer = useSignedIn();
  const [tab, choose] = useTab(tabs);
  const { id, title, status, endsAt, organiser } = event;
  const isOrganiser = organiser?.id === viewer.id;
  const isOver = new Date(endsAt).getTime() <= Date.now();
  const notice =
    status === 'DRAFT' ? words.draft : status === 'CANCELLED' ? words.cancelled : isOver ? words.over : null;
  return (
    <Frame title={title} actions={isOrganiser && <EventActions event={event} />}>
      {notice && <Notice text={notice} />}
      <Stack gap="md">
        <EventFacts event={event} />
        {status === 'PUBLISHED' && <EventAnswer event={event} isOpen={!isOver} />}
        <Tabs value={tab} onChange={choose} keepMounted={false}>
          <Tabs.List mb="md" className={classes['tabs'] ?? ''}>
            {tabs.map((name) => (
              <Tabs.Tab key={name} value={name}>
                {words.tabs[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="details">
            <DetailsTab event={event} />
          </Tabs.Panel>
          <Tabs.Panel value="guests">
            <GuestsTab eventId={id} />
          </Tabs.Panel>
          <Tabs.Panel value="tasks">
            <TasksTab eventId={id} />
          </Tabs.Panel>
          <Tabs.Panel value="expenses">
            <ExpensesTab eventId={id} />
          </Tabs.Panel>
          <Tabs.Panel value="album">
            <AlbumTab eventId={id} />
          </Tabs.Panel>
        </Tabs>
      </Stack>
    </Frame>
  );
}
