// Who a coach is: picture, words, fields, the time where they are, their courses, and the way to write to them.
import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { CalendarCog, Clock, MessageCircle } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { zoneName } from '@/parts/zoned-time';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './coach-page.module.css';
import { coachWords } from './coach-words';
import { SpecialtyBadges } from './specialty-badges';
import { useWriteTo } from './use-write-to';

const fragment = graphql(`
  fragment CoachAbout_coach on Coach {
    id
    bio
    timeZone
    hourlyRate {
      amountMinor
      currency
    }
    user {
      id
      displayName
      ...Avatar_user
    }
    courses(first: 5) {
      edges {
        node {
          id
          slug
          title
          isPublished
        }
      }
    }
    ...SpecialtyBadges_coach
  }
`);

interface CoachAboutProps {
  readonly coach: FragmentType<typeof fragment>;
  readonly isOwn: boolean;
}

export function CoachAbout({ coach, isOwn }: CoachAboutProps) {
  const words = useWords(coachWords);
  const { money, time } = useFormats();
  const { user, bio, timeZone, hourlyRate, courses, ...known } = unmask(fragment, coach);
  const { writeTo, isBusy, refusals } = useWriteTo();
  const published = courses?.edges.filter(({ node }) => node.isPublished) ?? [];
  return (
    <Card>
      <Stack>
        <Avatar user={user} size={112} />
        <SpecialtyBadges coach={known} />
        <div>
          <Text fw={600}>{words.hour(money(hourlyRate))}</Text>
          <Group gap={6} c="dimmed" wrap="nowrap">
            <Clock size={15} aria-hidden />
            <Text size="sm">{words.clock(time(new Date(), timeZone), zoneName(timeZone))}</Text>
          </Group>
        </div>
        {isOwn ? (
          <Button component={Link} to="/planning/schedule" leftSection={<CalendarCog size={17} aria-hidden />}>
            {words.edit}
          </Button>
        ) : (
          user && (
            <Button
              variant="light"
              loading={isBusy}
              leftSection={<MessageCircle size={17} aria-hidden />}
              onClick={() => void writeTo(user.id)}
            >
              {words.write(user.displayName)}
            </Button>
          )
        )}
        <Refusals of={refusals} />
        {bio && (
          <section>
            <Title order={2} size="h5" mb={4}>
              {words.about}
            </Title>
            <Text className={classes['bio'] ?? ''} size="sm">
              {bio}
            </Text>
          </section>
        )}
        {published.length > 0 && (
          <section>
            <Title order={2} size="h5" mb={4}>
              {words.courses}
            </Title>
            <ul className={classes['plain']}>
              {published.map(({ node: { id, slug, title } }) => (
                <li key={id}>
                  <Anchor component={Link} to={`/courses/${slug}`} size="sm">
                    {title}
                  </Anchor>
                </li>
              ))}
            </ul>
          </section>
        )}
      </Stack>
    </Card>
  );
}
