// The viewer's events: what comes, what was, and drafts.
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Tabs } from '@mantine/core';
import { CalendarHeart, Plus } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { EventCard } from './event-card';
import { eventsWords } from './events-words';
import { shelves, sortEvents } from './sort-events';
import { useLiveEvents } from './use-live-events';
import { useTab } from './use-tab';

const myEvents = graphql(`
  query MyEvents($before: String) {
    myEvents(last: 50, before: $before) {
      edges {
        cursor
        node {
          id
          status
          startsAt
          endsAt
          ...EventCard_event
        }
      }
      pageInfo {
        hasPreviousPage
        startCursor
      }
    }
  }
`);

export function Page() {
  const words = useWords(eventsWords);
  const [shelf, choose] = useTab(shelves);
  const result = useQuery(myEvents, { variables: {} });
  useLiveEvents(() => void result.refetch());
  return (
    <Frame
      title={words.title}
      lead={words.lead}
      actions={
        <Button component={Link} to="/events/new" leftSection={<Plus size={18} aria-hidden />}>
          {words.create}
        </Button>
      }
    >
      <Answer of={result} skeleton={<Lines count={3} height={150} />}>
        {({ myEvents: { edges, pageInfo } }) => {
          const sorted = sortEvents(
            edges.map(({ node }) => node),
            new Date(),
          );
          return (
            <Tabs value={shelf} onChange={choose} keepMounted={false}>
              <Tabs.List mb="lg">
                {shelves.map((name) => (
                  <Tabs.Tab key={name} value={name} rightSection={<Count of={sorted[name].length} />}>
                    {words.shelves[name]}
                  </Tabs.Tab>
                ))}
              </Tabs.List>
              {shelves.map((name) => (
                <Tabs.Panel key={name} value={name}>
                  {sorted[name].length === 0 ? (
                    <Empty icon={CalendarHeart} title={words.empty[name]} text={words.emptyText[name]}>
                      {name !== 'past' && (
                        <Button component={Link} to="/events/new" variant="light" mt="sm">
                          {words.create}
                        </Button>
                      )}
                    </Empty>
                  ) : (
                    <Cards least="20rem">
                      {sorted[name].map((event) => (
                        <EventCard key={event.id} event={event} />
                      ))}
                    </Cards>
                  )}
                </Tabs.Panel>
              ))}
              {/* Sorted by their start, the earliest come last. */}
              <LoadMore
                pageInfo={{ hasNextPage: pageInfo.hasPreviousPage, endCursor: pageInfo.startCursor }}
                load={(before) => result.fetchMore({ variables: { before } })}
              />
            </Tabs>
          );
        }}
      </Answer>
    </Frame>
  );
}

const Count = ({ of }: { readonly of: number }) =>
  of > 0 ? (
    <Badge variant="light" color="gray" size="sm" circle={of < 10}>
      {of}
    </Badge>
  ) : null;
