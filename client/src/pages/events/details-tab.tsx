// What the organiser says about the event.
import { Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { eventPageWords } from './event-page-words';

const fragment = graphql(`
  fragment DetailsTab_event on Event {
    id
    description
  }
`);

export function DetailsTab({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(eventPageWords);
  const { description } = unmask(fragment, event);
  return (
    <Card>
      {description ? (
        <Text maw="65ch" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {description}
        </Text>
      ) : (
        <Text c="dimmed">{words.noDescription}</Text>
      )}
    </Card>
  );
}
