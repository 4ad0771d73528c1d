// The sections of a course with their lessons, each of which can be moved, opened, and followed by another.
import { ActionIcon, Badge, Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { ChevronDown, ChevronUp, Pencil } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { AddLesson } from './add-lesson';
import { addSection, moveLesson } from './course-documents';
import { LessonEditor } from './lesson-editor';
import { placeBeside } from './move';
import { teachingWords } from './teaching-words';

const fragment = graphql(`
  fragment Sections_course on Course {
    id
    sections {
      id
      title
      lessons {
        id
        title
        isPublished
        ...LessonEditor_lesson
      }
    }
  }
`);

export function Sections({ course }: { readonly course: FragmentType<typeof fragment> }) {
  const { id: courseId, sections } = unmask(fragment, course);
  const words = useWords(teachingWords);
  const moving = useAct(moveLesson);
  const [open, setOpen] = useState<string | null>(null);
  const move = (lessonId: string, step: -1 | 1) => {
    const place = placeBeside(sections, lessonId, step);
    if (place) void moving.run({ input: { lessonId, ...place } });
  };
  return (
    <Stack gap="lg">
      <Refusals of={moving.refusals} />
      {sections.map((section) => (
        <section key={section.id} aria-label={section.title}>
          <Title order={3} size="h5" mb="xs">
            {section.title}
          </Title>
          {section.lessons.length === 0 && <Text c="dimmed">{words.noLessons}</Text>}
          <Stack component="ol" gap="xs" p={0} m={0} mb="sm">
            {section.lessons.map((lesson) => (
              <Card key={lesson.id} as="li">
                <Group gap="xs" wrap="nowrap">
                  <Text flex={1}>{lesson.title}</Text>
                  {!lesson.isPublished && (
                    <Badge variant="light" color="gray" tt="none">
                      {words.draft}
                    </Badge>
                  )}
                  {([-1, 1] as const).map((step) => (
                    <ActionIcon
                      key={step}
                      variant="default"
                      aria-label={(step === -1 ? words.up : words.down)(lesson.title)}
                      // Focusable still: who has moved a lesson to the end keeps their place.
                      aria-disabled={placeBeside(sections, lesson.id, step) === null}
                      data-disabled={placeBeside(sections, lesson.id, step) === null || undefined}
                      onClick={() => move(lesson.id, step)}
                    >
                      {step === -1 ? <ChevronUp size={16} aria-hidden /> : <ChevronDown size={16} aria-hidden />}
                    </ActionIcon>
                  ))}
                  <ActionIcon
                    variant="default"
                    aria-label={words.edit(lesson.title)}
                    aria-expanded={open === lesson.id}
                    onClick={() => setOpen(open === lesson.id ? null : lesson.id)}
                  >
                    <Pencil size={16} aria-hidden />
                  </ActionIcon>
                </Group>
                {open === lesson.id && <LessonEditor lesson={lesson} />}
              </Card>
            ))}
          </Stack>
          <AddLesson courseId={courseId} sectionId={section.id} />
        </section>
      ))}
      <AddSection key={sections.length} courseId={courseId} />
    </Stack>
  );
}

function AddSection({ courseId }: { readonly courseId: string }) {
  const words = useWords(teachingWords);
  const adding = useAct(addSection);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const title = String(new FormData(event.currentTarget).get('title'));
    void adding.run({ input: { idempotencyKey, courseId, title } });
  };
  return (
    <form onSubmit={add}>
      <Group align="end" gap="sm">
        <TextInput name="title" label={words.newSection} required maxLength={120} flex="1 1 14rem" />
        <Button type="submit" variant="light" loading={adding.isBusy}>
          {words.addSection}
        </Button>
      </Group>
      <Refusals of={adding.refusals} />
    </form>
  );
}
