// Where somebody stands as a coach, and why.
import { Badge, Button, Group, Text } from '@mantine/core';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import { coachWords } from './coach-words';
import { Section } from './section';

const fragment = graphql(`
  fragment CoachStanding_coach on Coach {
    id
    standing
    decisionReason
  }
`);

const colors = { APPLIED: 'blue', APPROVED: 'teal', DECLINED: 'orange', WITHDRAWN: 'gray' } as const;

export function CoachStanding({ coach }: { readonly coach: FragmentType<typeof fragment> }) {
  const words = useWords(coachWords);
  const { id, standing, decisionReason } = unmask(fragment, coach);
  if (!standing) return null;
  return (
    <Section title={words.standing}>
      <Group gap="sm">
        <Badge size="lg" variant="light" color={colors[standing]} tt="none">
          {words.standings[standing]}
        </Badge>
        <Text size="sm">{words.standingTexts[standing]}</Text>
      </Group>
      {decisionReason && (
        <Text size="sm">
          <Text span c="dimmed" inherit>
            {words.reason}{' '}
          </Text>
          {decisionReason}
        </Text>
      )}
      {standing === 'APPROVED' && (
        <Group>
          <Button component={Link} to={`/coaches/${id}`} variant="default" size="compact-md">
            {words.page}
          </Button>
          <Button component={Link} to="/planning" variant="default" size="compact-md">
            {words.planning}
          </Button>
        </Group>
      )}
    </Section>
  );
}
