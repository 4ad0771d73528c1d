// A lesson: its video and text, its quiz, the steps before and after, and the course beside it.
import { Button, Stack, Text } from '@mantine/core';
import { BookX, Lock } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Link, useParams } from 'react-router';
import { unmask } from '@/graph/generated';
import type { KeptLesson } from '@/offline/kept-lessons';
import { useProgress } from '@/offline/use-progress';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { enrollmentState } from './enroll-panel';
import classes from './lesson.module.css';
import { LessonEnd } from './lesson-end';
import { LessonOutline } from './lesson-outline';
import { LessonVideo } from './lesson-video';
import { lessonWords } from './lesson-words';
import { Prose } from './prose';
import { Quiz } from './quiz';
import { around } from './syllabus';
import { useLesson } from './use-lesson';

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(lessonWords);
  const asked = useLesson(id);
  const lesson = asked.data?.lesson;
  const place = lesson?.course && around(lesson.course, lesson.id);
  const lead = place ? `${lesson.course?.title} · ${words.place(place.number, place.count)}` : undefined;
  return (
    <Frame key={id} title={lesson?.title ?? words.lesson} lead={lead}>
      <Answer of={asked}>
        {({ lesson: found }) =>
          found ? (
            <OpenLesson key={id} lesson={found} isKept={asked.isKept} onVideoLost={asked.refetch} />
          ) : (
            <Empty icon={BookX} title={words.gone} text={words.goneText} />
          )
        }
      </Answer>
    </Frame>
  );
}

interface OpenLessonProps {
  readonly lesson: KeptLesson;
  readonly isKept: boolean;
  /** Its address is good for some minutes: asks for another. */
  readonly onVideoLost: () => Promise<unknown>;
}

function OpenLesson({ lesson, isKept, onVideoLost }: OpenLessonProps) {
  const words = useWords(lessonWords);
  const viewer = useViewer();
  const progress = useProgress();
  const { id, course, content } = lesson;
  const enrollment = unmask(enrollmentState, course?.viewerEnrollment);
  const isEnrolled = viewer !== null && enrollment?.status === 'ACTIVE';
  const isAuthor = viewer !== null && (viewer.role === 'ADMIN' || viewer.coach?.id === course?.coach?.id);
  const stopped = enrollment?.position?.lesson?.id === id ? enrollment.position.seconds : 0;
  const { stopAt } = progress;
  const hasVideo = lesson.video !== null;
  const begun = useRef(false);
  useEffect(() => {
    // Opening a text is where one stopped; a video says so itself while it plays.
    if (!isEnrolled || hasVideo || isKept || begun.current) return;
    begun.current = true;
    if (enrollment.position?.lesson?.id !== id) void stopAt(id, 0);
  }, [isEnrolled, hasVideo, isKept, enrollment, id, stopAt]);

  if (content === null) {
    return (
      <Empty icon={Lock} title={words.closed} text={words.closedText}>
        {course && (
          <Button component={Link} to={`/courses/${course.slug}`}>
            {words.toCourse}
          </Button>
        )}
      </Empty>
    );
  }
  return (
    <div className={classes['sides']}>
      <Stack gap="xl">
        {isKept && (
          <Text size="sm" c="dimmed" role="status">
            {words.keptHere}
          </Text>
        )}
        <LessonVideo
          lesson={lesson}
          startAt={progress.stoppedAt(id) ?? stopped}
          onLost={onVideoLost}
          {...(isEnrolled && { onStop: (seconds: number) => void stopAt(id, seconds) })}
        />
        <Prose text={content} />
        {isEnrolled && lesson.quiz && !isKept && <Quiz quiz={lesson.quiz} />}
        <LessonEnd lesson={lesson} isEnrolled={isEnrolled} />
      </Stack>
      {course && <LessonOutline course={course} current={id} isOpen={isEnrolled || isAuthor} />}
    </div>
  );
}
