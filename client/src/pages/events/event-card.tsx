// One event in a list.
import { Group, Stack, Text, Title } from '@mantine/core';
import { Clock, MapPin, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import { DateTile } from './date-tile';
import { EventBadges } from './event-badges';
import { eventWords } from './event-words';
import { useWhen } from './use-when';

const fragment = graphql(`
  fragment EventCard_event on Event {
    id
    title
    place
    startsAt
    endsAt
    timeZone
    capacity
    goingCount
    ...EventBadges_event
  }
`);

export function EventCard({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(eventWords);
  const found = unmask(fragment, event);
  const { id, title, place, startsAt, capacity, goingCount } = found;
  const { here } = useWhen(found);
  return (
    <Card as="li">
      <Group align="flex-start" gap="md" wrap="nowrap">
        <DateTile instant={startsAt} id={id} />
        <Stack gap={6} miw={0}>
          <Title order={2} size="h5" style={{ overflowWrap: 'anywhere' }}>
            <CoverLink to={`/events/${id}`}>{title}</CoverLink>
          </Title>
          <Fact icon={<Clock size={15} aria-hidden />}>{here}</Fact>
          {place && <Fact icon={<MapPin size={15} aria-hidden />}>{place}</Fact>}
          <Fact icon={<Users size={15} aria-hidden />}>
            {capacity === null ? words.going(goingCount) : words.seats(goingCount, capacity)}
          </Fact>
          <Group gap={6} mt={4}>
            <EventBadges event={found} />
          </Group>
        </Stack>
      </Group>
    </Card>
  );
}

const Fact = ({ icon, children }: { readonly icon: ReactNode; readonly children: ReactNode }) => (
  <Group gap={8} wrap="nowrap" align="flex-start" c="dimmed" component="span">
    <span style={{ display: 'flex', flex: 'none', marginBlockStart: 3 }}>{icon}</span>
    <Text component="span" size="sm" style={{ overflowWrap: 'anywhere' }}>
      {children}
    </Text>
  </Group>
);
