// The newest courses.
import { Group, Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Price } from '@/parts/price';
import { Card, Cards } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import { landingWords } from './landing-words';
import { Part } from './part';

const fragment = graphql(`
  fragment NewCourses_course on Course {
    id
    slug
    title
    description
    lessonCount
    price {
      amountMinor
      currency
    }
  }
`);

export function NewCourses({ courses }: { readonly courses: readonly FragmentType<typeof fragment>[] }) {
  const words = useWords(landingWords);
  if (courses.length === 0) return null;
  return (
    <Part title={words.courses} to="/courses" all={words.allCourses}>
      <Cards least="17rem">
        {unmask(fragment, courses).map(({ id, slug, title, description, lessonCount, price }) => (
          <Card as="li" key={id}>
            <Title order={3} size="h5" mb={6}>
              <CoverLink to={`/courses/${encodeURIComponent(slug)}`}>{title}</CoverLink>
            </Title>
            <Text size="sm" c="dimmed" lineClamp={3} mb="sm">
              {description}
            </Text>
            <Group justify="space-between">
              <Text size="sm">{words.lessons(lessonCount)}</Text>
              {price ? <Price of={price} /> : <Text fw={650}>{words.free}</Text>}
            </Group>
          </Card>
        ))}
      </Cards>
    </Part>
  );
}
