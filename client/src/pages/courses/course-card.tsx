// One course of the catalogue.
import { Badge, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { CourseCover } from './course-cover';
import { courseWords, writeMinutes } from './course-words';

const fragment = graphql(`
  fragment CourseCard_course on Course {
    id
    slug
    title
    description
    price {
      amountMinor
      currency
    }
    lessonCount
    coach {
      id
      user {
        id
        displayName
      }
    }
    sections {
      id
      lessons {
        id
        durationMinutes
      }
    }
    viewerEnrollment {
      id
      status
      progress
    }
  }
`);

export function CourseCard({ course }: { readonly course: FragmentType<typeof fragment> }) {
  const { slug, title, description, price, lessonCount, coach, sections, viewerEnrollment } = unmask(fragment, course);
  const words = useWords(courseWords);
  const formats = useFormats();
  const minutes = sections.flatMap(({ lessons }) => lessons).reduce((sum, lesson) => sum + lesson.durationMinutes, 0);
  const progress = viewerEnrollment?.status === 'ACTIVE' ? viewerEnrollment.progress : null;
  return (
    <Card as="li" isFlush>
      <CourseCover slug={slug} />
      <Stack p="md" gap="xs">
        <Title order={2} size="h4">
          <CoverLink to={`/courses/${slug}`}>{title}</CoverLink>
        </Title>
        {coach?.user && (
          <Text size="sm" c="dimmed">
            {words.by(coach.user.displayName)}
          </Text>
        )}
        <Text size="sm" lineClamp={3}>
          {description}
        </Text>
        <Group justify="space-between" mt="xs" gap="xs">
          <Text size="sm" c="dimmed">
            {words.lessons(lessonCount)} · {writeMinutes(words, minutes)}
          </Text>
          {progress === null && (
            <Badge variant="light" color={price ? 'iris' : 'teal'} size="lg" tt="none">
              {price ? formats.money(price) : words.free}
            </Badge>
          )}
        </Group>
        {progress !== null && (
          <div>
            <Progress value={progress * 100} aria-label={`${words.progress}: ${title}`} />
            <Text size="xs" c="dimmed" mt={4}>
              {words.done(formats.percent(progress))}
            </Text>
          </div>
        )}
      </Stack>
    </Card>
  );
}
