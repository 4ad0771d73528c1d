// A lesson as its author writes it: its text, its video, its quiz, who may see it.
import { Button, Checkbox, Group, NumberInput, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { UploadField } from '@/parts/upload-field';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { updateLesson } from './course-documents';
import { QuizEditor } from './quiz-editor';
import { teachingWords } from './teaching-words';

const fragment = graphql(`
  fragment LessonEditor_lesson on Lesson {
    id
    version
    title
    durationMinutes
    isPreview
    isPublished
    content
    video {
      media {
        id
      }
    }
    quiz {
      id
      ...QuizEditor_quiz
    }
  }
`);

export function LessonEditor({ lesson }: { readonly lesson: FragmentType<typeof fragment> }) {
  const { id: lessonId, version, title, durationMinutes, content, video, quiz, ...shown } = unmask(fragment, lesson);
  const words = useWords(teachingWords);
  const updating = useAct(updateLesson);
  const errorOf = useFieldErrors(updating.refusals);
  const [hasQuiz, setQuiz] = useState(quiz !== null);
  const change = async (what: object) => {
    if (await updating.run({ input: { lessonId, expectedVersion: version, ...what } })) said(words.saved);
  };
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void change({
      title: String(form.get('title')),
      durationMinutes: Number(form.get('minutes')),
      content: String(form.get('content')),
      isPreview: form.has('preview'),
      isPublished: form.has('published'),
    });
  };
  return (
    <Stack mt="md" gap="lg">
      <form onSubmit={save}>
        <Stack>
          <Group align="start">
            <TextInput
              name="title"
              label={words.title}
              required
              maxLength={120}
              defaultValue={title}
              error={errorOf('title')}
              flex="1 1 12rem"
            />
            <NumberInput
              name="minutes"
              label={words.minutes}
              required
              min={1}
              max={1440}
              defaultValue={durationMinutes}
              w={100}
            />
          </Group>
          <Textarea
            name="content"
            label={words.text}
            description={words.textHint}
            autosize
            minRows={5}
            maxLength={50_000}
            defaultValue={content ?? ''}
            error={errorOf('content')}
          />
          <Group>
            <Checkbox name="preview" label={words.preview} defaultChecked={shown.isPreview} />
            <Checkbox name="published" label={words.isPublished} defaultChecked={shown.isPublished} />
          </Group>
          <Refusals of={updating.refusals} fields={['title', 'content']} />
          <Group>
            <Button type="submit" loading={updating.isBusy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
      {video?.media && <Text size="sm">{words.hasVideo}</Text>}
      <UploadField
        label={words.video}
        purpose="LESSON_VIDEO"
        onDone={(videoMediaId) => void change({ videoMediaId })}
      />
      {hasQuiz ? (
        <QuizEditor lessonId={lessonId} lessonTitle={title} quiz={quiz} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setQuiz(true)}>
            {words.quizOf(title)}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
