// The head of an event's page: when, where and with whom, in the event's colour.
import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Clock, MapPin } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { useWords } from '@/words/words';
import { DateTile } from './date-tile';
import { EventBadges } from './event-badges';
import classes from './event-facts.module.css';
import { eventPageWords } from './event-page-words';
import { eventWords } from './event-words';
import { hueOf } from './hue-of';
import { useWhen } from './use-when';

const fragment = graphql(`
  fragment EventFacts_event on Event {
    id
    title
    place
    startsAt
    endsAt
    timeZone
    organiser {
      id
      ...PersonLink_user
    }
    ...EventBadges_event
  }
`);

export function EventFacts({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(eventPageWords);
  const { noPlace } = useWords(eventWords);
  const found = unmask(fragment, event);
  const { id, place, startsAt, endsAt, organiser } = found;
  const { here, there } = useWhen(found);
  return (
    <section className={classes['facts']} aria-label={words.event}>
      <div className={classes['band']} style={{ '--hue': hueOf(id) } as React.CSSProperties} aria-hidden />
      <div className={classes['tile']}>
        <DateTile instant={startsAt} id={id} />
      </div>
      <Group p="lg" pt="xs" gap="xl" align="flex-start">
        <Stack gap="sm" flex="1 1 18rem" miw={0}>
          <Group gap={6}>
            <EventBadges event={found} />
          </Group>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <Clock size={20} aria-hidden className={classes['icon']} />
            <div>
              <Text fw={600}>
                <time dateTime={`${startsAt}/${endsAt}`}>{here}</time>
              </Text>
              {there && (
                <Text size="sm" c="dimmed">
                  {there}
                </Text>
              )}
            </div>
          </Group>
          <Group gap="sm" wrap="nowrap" align="flex-start">
            <MapPin size={20} aria-hidden className={classes['icon']} />
            <div>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {place ?? noPlace}
              </Text>
              {place && (
                <Anchor
                  size="sm"
                  href={`https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`}
                  target="_blank"
                  rel="noopener noreferrer"
                >
                  {words.map}
                </Anchor>
              )}
            </div>
          </Group>
        </Stack>
        <Stack gap={4} miw="12rem">
          <Text size="sm" c="dimmed">
            {words.host}
          </Text>
          <PersonLink user={organiser} />
        </Stack>
      </Group>
    </section>
  );
}
