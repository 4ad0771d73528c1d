// A lesson with its course. What was viewed is kept on the device; without a connection that is what is shown.
import type { ErrorLike } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { readFailure } from '@/graph/failure';
import { graphql } from '@/graph/generated';
import { dropLesson, type KeptLesson, keepLesson, keptLesson } from '@/offline/kept-lessons';
import { onReturn } from '@/offline/on-return';
import { useOnline } from '@/offline/use-online';
import { useViewer } from '@/parts/viewer';
import { answered } from './answered';

const lessonQuery = graphql(`
  query LessonPage($id: ID!) {
    lesson(id: $id) {
      id
      title
      durationMinutes
      isPreview
      content
      video {
        media {
          id
          url
          byteLength
        }
      }
      quiz {
        id
        ...Quiz_quiz
      }
      course {
        id
        slug
        title
        coach {
          id
        }
        ...LessonOutline_course
        sections {
          id
          lessons {
            id
            title
          }
        }
        viewerEnrollment {
          ...Enrollment_state
        }
      }
    }
  }
`);

interface Found {
  /** Null: there is no such lesson. */
  readonly lesson: KeptLesson | null;
}

interface AskedLesson {
  readonly data: Found | undefined;
  readonly error: ErrorLike | undefined;
  /** What is shown was kept on the device: neither its quiz nor its video can be asked for. */
  readonly isKept: boolean;
  refetch(): Promise<unknown>;
}

export function useLesson(id: string): AskedLesson {
  const viewerId = useViewer()?.id;
  const isOnline = useOnline();
  const { data, error, refetch } = answered(useQuery(lessonQuery, { variables: { id } }), 'lesson');
  const [fromDevice, setFromDevice] = useState<KeptLesson>();
  const lesson = data?.lesson;
  // No network, no server, or no answer from the part of it that teaches.
  const isUnreached = !isOnline || (!lesson && error !== undefined && readFailure(error).kind !== 'refused');
  const isOffline = isUnreached || (error !== undefined && readFailure(error).kind === 'offline');

  useEffect(() => {
    if (!viewerId || lesson === undefined) return;
    // What the viewer may not read any more has no content.
    if (lesson && lesson.content !== null) void keepLesson(viewerId, lesson);
    else if (!error) void dropLesson(viewerId, id);
  }, [viewerId, id, lesson, error]);
  useEffect(() => {
    let isGone = false;
    if (viewerId && isUnreached) void keptLesson(viewerId, id).then((found) => !isGone && setFromDevice(found));
    return () => {
      isGone = true;
    };
  }, [viewerId, id, isUnreached]);
  const kept = !lesson && isUnreached && fromDevice?.id === id ? fromDevice : undefined;
  const isStale = kept !== undefined || error !== undefined;
  useEffect(() => (isStale ? onReturn(() => void refetch()) : undefined), [isStale, refetch]);
  if (kept) return { data: { lesson: kept }, error: undefined, isKept: true, refetch };
  // Not reached is said by the shell; what is in memory is shown.
  return { data, error: lesson && isOffline ? undefined : error, isKept: false, refetch };
}
