// The course beside its lesson: all lessons, what is done, where one is.
import { Group, Text, Title } from '@mantine/core';
import { Circle, CircleCheck, CloudUpload, Lock } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useProgress } from '@/offline/use-progress';
import { useWords } from '@/words/words';
import classes from './lesson.module.css';
import { lessonWords } from './lesson-words';

const fragment = graphql(`
  fragment LessonOutline_course on Course {
    id
    sections {
      id
      title
      lessons {
        id
        title
        isPreview
      }
    }
    viewerEnrollment {
      id
      status
      completedLessonIds
    }
  }
`);

interface LessonOutlineProps {
  readonly course: FragmentType<typeof fragment>;
  readonly current: string;
  readonly isOpen: boolean;
}

export function LessonOutline({ course, current, isOpen }: LessonOutlineProps) {
  const { sections, viewerEnrollment } = unmask(fragment, course);
  const words = useWords(lessonWords);
  const { waiting } = useProgress();
  const completed = viewerEnrollment?.completedLessonIds ?? [];
  return (
    <nav aria-label={words.outline} className={classes['outline']}>
      <Title order={2} size="h5" mb="sm">
        {words.outline}
      </Title>
      {sections.map((section) => (
        <div key={section.id}>
          <Text size="sm" fw={600} c="dimmed" mt="sm" mb={4}>
            {section.title}
          </Text>
          <ol>
            {section.lessons.map(({ id, title, isPreview }) => {
              const isDone = completed.includes(id);
              const isWaiting = !isDone && waiting.includes(id);
              const mayOpen = isOpen || isPreview;
              const Icon = isDone ? CircleCheck : isWaiting ? CloudUpload : mayOpen ? Circle : Lock;
              const label = isDone ? words.done : isWaiting ? words.willBeSent : mayOpen ? null : words.locked;
              return (
                <li key={id}>
                  <Group gap="xs" wrap="nowrap" className={classes['step']} data-here={id === current || undefined}>
                    <Icon
                      size={17}
                      className={classes['mark']}
                      color={isDone ? 'var(--mantine-color-teal-6)' : 'var(--mantine-color-dimmed)'}
                      {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
                    />
                    {mayOpen ? (
                      <Link to={`/lessons/${id}`} aria-current={id === current ? 'step' : undefined}>
                        {title}
                      </Link>
                    ) : (
                      <span>{title}</span>
                    )}
                  </Group>
                </li>
              );
            })}
          </ol>
        </div>
      ))}
    </nav>
  );
}
