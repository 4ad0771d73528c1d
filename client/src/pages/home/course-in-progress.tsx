// The course that the person is in, and how far; it leads to where they were.
import { useQuery } from '@apollo/client/react';
import { Text } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import { Matter } from './matter';
import classes from './signed-in-home.module.css';

const fragment = graphql(`
  fragment CourseInProgress_enrollment on Enrollment {
    id
    status
    progress
    course {
      id
      slug
      title
    }
    position {
      savedAt
      lesson {
        id
        title
      }
    }
  }
`);

const inProgress = graphql(`
  query CourseInProgress {
    myEnrollments(first: 5) {
      edges {
        node {
          id
          ...CourseInProgress_enrollment
        }
      }
    }
  }
`);

export function CourseInProgress() {
  const result = useQuery(inProgress);
  return (
    <Answer of={result} skeleton={null} isPart>
      {({ myEnrollments }) => <Latest enrollments={myEnrollments.edges.map(({ node }) => node)} />}
    </Answer>
  );
}

function Latest({ enrollments }: { readonly enrollments: readonly FragmentType<typeof fragment>[] }) {
  const words = useWords(homeWords);
  const { percent } = useFormats();
  const underWay = unmask(fragment, enrollments)
    .filter(({ status, progress, course }) => status === 'ACTIVE' && progress < 1 && course)
    .sort((a, b) => (b.position?.savedAt ?? '').localeCompare(a.position?.savedAt ?? ''));
  const [enrollment] = underWay;
  if (!enrollment?.course) return null;
  const { course, position, progress } = enrollment;
  const lesson = position?.lesson;
  return (
    <Matter title={words.goOn}>
      <li>
        <Link
          to={lesson ? `/lessons/${encodeURIComponent(lesson.id)}` : `/courses/${encodeURIComponent(course.slug)}`}
          className={classes['line'] ?? ''}
        >
          <GraduationCap size={18} aria-hidden />
          <span className={classes['grow']}>
            {course.title}
            <Text size="xs" c="dimmed">
              {lesson?.title ?? words.startCourse} · {percent(progress)}
            </Text>
          </span>
        </Link>
        <div
          role="progressbar"
          aria-label={words.progress(course.title)}
          aria-valuenow={Math.round(progress * 100)}
          className={classes['bar']}
        >
          <div style={{ inlineSize: `${progress * 100}%` }} />
        </div>
      </li>
    </Matter>
  );
}
