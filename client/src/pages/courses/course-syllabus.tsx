// The sections of a course and their lessons: those that may be opened are links.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { CircleCheck, Lock, Play } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import { courseWords, writeMinutes } from './course-words';

const fragment = graphql(`
  fragment CourseSyllabus_course on Course {
    id
    sections {
      id
      title
      lessons {
        id
        title
        durationMinutes
        isPreview
        isPublished
      }
    }
    viewerEnrollment {
      id
      status
      completedLessonIds
    }
  }
`);

interface CourseSyllabusProps {
  readonly course: FragmentType<typeof fragment>;
  /** Authors and those who are enrolled may open every lesson. */
  readonly isOpen: boolean;
}

export function CourseSyllabus({ course, isOpen }: CourseSyllabusProps) {
  const { sections, viewerEnrollment } = unmask(fragment, course);
  const words = useWords(courseWords);
  const completed = viewerEnrollment?.completedLessonIds ?? [];
  return (
    <Stack gap="lg">
      {sections.map(({ id, title, lessons }) => (
        <section key={id} aria-labelledby={id}>
          <Title order={3} size="h5" id={id} mb="xs">
            {title}
          </Title>
          <Stack component="ol" gap="xs" p={0} m={0}>
            {lessons.map((lesson) => {
              const isDone = completed.includes(lesson.id);
              const mayOpen = isOpen || lesson.isPreview;
              const Icon = isDone ? CircleCheck : mayOpen ? Play : Lock;
              const label = isDone ? words.completed : mayOpen ? undefined : words.locked;
              return (
                <Card key={lesson.id} as="li">
                  <Group gap="sm" wrap="nowrap">
                    <Icon
                      size={18}
                      color={isDone ? 'var(--mantine-color-teal-6)' : 'var(--mantine-color-dimmed)'}
                      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
                    />
                    <Text flex={1} component="div">
                      {mayOpen ? <CoverLink to={`/lessons/${lesson.id}`}>{lesson.title}</CoverLink> : lesson.title}
                    </Text>
                    {!isOpen && lesson.isPreview && (
                      <Badge variant="light" tt="none">
                        {words.preview}
                      </Badge>
                    )}
                    {!lesson.isPublished && (
                      <Badge variant="light" color="gray" tt="none">
                        {words.draft}
                      </Badge>
                    )}
                    <Text size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
                      {writeMinutes(words, lesson.durationMinutes)}
                    </Text>
                  </Group>
                </Card>
              );
            })}
          </Stack>
        </section>
      ))}
    </Stack>
  );
}
