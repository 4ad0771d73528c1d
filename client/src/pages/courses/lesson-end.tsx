// The end of a lesson: to be done with it, the certificate after the last one, the lessons before and after.
import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { Award, Check, ChevronLeft, ChevronRight, CloudUpload } from 'lucide-react';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { unmask } from '@/graph/generated';
import type { KeptLesson } from '@/offline/kept-lessons';
import { useProgress } from '@/offline/use-progress';
import { useWords } from '@/words/words';
import { enrollmentState } from './enroll-panel';
import { lessonWords } from './lesson-words';
import { isPassed } from './quiz';
import { around } from './syllabus';

export function LessonEnd({ lesson, isEnrolled }: { readonly lesson: KeptLesson; readonly isEnrolled: boolean }) {
  const { id, course, quiz } = lesson;
  const words = useWords(lessonWords);
  const progress = useProgress();
  const [isBusy, setBusy] = useState(false);
  const state = useRef<HTMLDivElement>(null);
  const enrollment = unmask(enrollmentState, course?.viewerEnrollment);
  const isDone = enrollment?.completedLessonIds.includes(id) ?? false;
  const isWaiting = !isDone && progress.waiting.includes(id);
  const isHeldByQuiz = quiz !== null && !isPassed(quiz);
  const { previous, next } = course ? around(course, id) : { previous: null, next: null };
  const complete = async () => {
    setBusy(true);
    const completing = progress.complete(id).finally(() => setBusy(false));
    // The button goes; the keyboard stays here.
    state.current?.focus();
    await completing;
  };
  return (
    <Stack gap="lg">
      {isEnrolled && (
        <div aria-live="polite" ref={state} tabIndex={-1}>
          {isDone || isWaiting ? (
            <Group gap="xs" wrap="nowrap">
              {isDone ? <Check size={18} aria-hidden /> : <CloudUpload size={18} aria-hidden />}
              <Text>{isDone || isBusy ? words.completed : words.waits}</Text>
            </Group>
          ) : (
            <Group gap="sm">
              <Button
                size="md"
                leftSection={<Check size={18} aria-hidden />}
                disabled={isHeldByQuiz}
                loading={isBusy}
                onClick={() => void complete()}
              >
                {words.complete}
              </Button>
              {isHeldByQuiz && (
                <Text size="sm" c="dimmed">
                  {words.quizFirst}
                </Text>
              )}
            </Group>
          )}
        </div>
      )}
      {isEnrolled && enrollment?.certificate && (
        <Alert color="teal" variant="light" icon={<Award aria-hidden />}>
          <Title order={2} size="h4">
            {words.congratulations}
          </Title>
          <Text mt={4} mb="sm">
            {words.congratulationsText}
          </Text>
          <Button component={Link} to={`/certificates/${enrollment.certificate.code}`}>
            {words.certificate}
          </Button>
        </Alert>
      )}
      {!isEnrolled && course && (
        <Group>
          <Button component={Link} to={`/courses/${course.slug}`}>
            {words.wholeCourse}
          </Button>
        </Group>
      )}
      <nav aria-label={words.steps}>
        <Group justify="space-between" gap="sm">
          {previous ? (
            <Button
              component={Link}
              to={`/lessons/${previous.id}`}
              variant="default"
              leftSection={<ChevronLeft size={16} aria-hidden />}
            >
              {words.previous}
            </Button>
          ) : (
            <span />
          )}
          {next ? (
            <Button
              component={Link}
              to={`/lessons/${next.id}`}
              variant={isDone || isWaiting ? 'filled' : 'default'}
              rightSection={<ChevronRight size={16} aria-hidden />}
            >
              {words.next}
            </Button>
          ) : (
            course && (
              <Button component={Link} to={`/courses/${course.slug}`} variant="default">
                {words.toCourse}
              </Button>
            )
          )}
        </Group>
      </nav>
    </Stack>
  );
}
