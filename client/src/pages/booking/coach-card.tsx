// One coach in the list: who, what for, from which price.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { coachesWords } from './coaches-words';
import { SpecialtyBadges } from './specialty-badges';

const fragment = graphql(`
  fragment CoachCard_coach on Coach {
    id
    headline
    hourlyRate {
      amountMinor
      currency
    }
    user {
      id
      displayName
      ...Avatar_user
    }
    offerings {
      id
      isArchived
      price {
        amountMinor
        currency
      }
    }
    ...SpecialtyBadges_coach
  }
`);

export function CoachCard({ coach }: { readonly coach: FragmentType<typeof fragment> }) {
  const words = useWords(coachesWords);
  const { money } = useFormats();
  const known = unmask(fragment, coach);
  const open = known.offerings?.filter(({ isArchived }) => !isArchived) ?? [];
  const [cheapest] = open
    .map(({ price }) => price)
    .filter(({ amountMinor }) => amountMinor > 0)
    .sort((a, b) => a.amountMinor - b.amountMinor);
  return (
    <Card as="li">
      <Stack h="100%" gap="sm">
        <Group wrap="nowrap" align="flex-start">
          <Avatar user={known.user} size={64} />
          <div>
            <Title order={2} size="h4">
              <CoverLink to={`/coaches/${known.id}`}>{known.user?.displayName ?? known.headline}</CoverLink>
            </Title>
            <Text c="dimmed" size="sm">
              {known.headline}
            </Text>
          </div>
        </Group>
        <SpecialtyBadges coach={known} />
        <Group justify="space-between" mt="auto" gap="xs">
          <Text size="sm" fw={600}>
            {cheapest ? words.from(money(cheapest)) : words.hour(money(known.hourlyRate))}
          </Text>
          {open.some(({ price }) => price.amountMinor === 0) && (
            <Badge color="teal" variant="light" tt="none">
              {words.free}
            </Badge>
          )}
        </Group>
      </Stack>
    </Card>
  );
}
