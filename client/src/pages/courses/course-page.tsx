// One course: what it is about, what is in it, and the way in.
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { answered } from './answered';
import classes from './course.module.css';
import { CourseCover } from './course-cover';
import { CourseSyllabus } from './course-syllabus';
import { courseWords, writeMinutes } from './course-words';
import { EnrollPanel } from './enroll-panel';
import { Prose } from './prose';
import { lessonsOf } from './syllabus';

const courseQuery = graphql(`
  query CoursePage($slug: String!) {
    course(slug: $slug) {
      id
      slug
      title
      description
      isPublished
      lessonCount
      coach {
        id
        user {
          id
          displayName
          ...Avatar_user
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
      }
      ...CourseSyllabus_course
      ...EnrollPanel_course
    }
  }
`);

export function Page() {
  const { slug = '' } = useParams();
  const words = useWords(courseWords);
  const viewer = useViewer();
  const result = useQuery(courseQuery, { variables: { slug } });
  const course = result.data?.course;
  const isAuthor = Boolean(viewer && course && (viewer.role === 'ADMIN' || viewer.coach?.id === course.coach?.id));
  const minutes = course ? lessonsOf(course).reduce((sum, lesson) => sum + lesson.durationMinutes, 0) : 0;
  return (
    <Frame
      key={slug}
      title={course?.title ?? words.courses}
      lead={course ? `${words.lessons(course.lessonCount)} · ${writeMinutes(words, minutes)}` : undefined}
      actions={
        isAuthor &&
        course && (
          <Button component={Link} to={`/teaching/${course.id}`} variant="default">
            {words.teaching}
          </Button>
        )
      }
    >
      <Answer of={answered(result, 'course')}>
        {({ course: found }) =>
          found ? (
            <div className={classes['sides']}>
              <Stack gap="xl">
                <div>
                  <div className={classes['cover']}>
                    <CourseCover slug={found.slug} height={172} isWide />
                  </div>
                  <Title order={2} size="h4" mb="xs">
                    {words.about}
                  </Title>
                  <Prose text={found.description} />
                </div>
                <div>
                  <Title order={2} size="h4" mb="md">
                    {words.syllabus}
                  </Title>
                  <CourseSyllabus course={found} isOpen={isAuthor || found.viewerEnrollment?.status === 'ACTIVE'} />
                </div>
              </Stack>
              <Stack className={`${classes['aside']} ${classes['first']}`}>
                {!found.isPublished && (
                  <Badge color="gray" variant="light" tt="none">
                    {words.draft}
                  </Badge>
                )}
                <EnrollPanel course={found} />
                {found.coach?.user && (
                  <Group gap="sm" wrap="nowrap">
                    <Avatar user={found.coach.user} />
                    <Text component={Link} to={`/coaches/${found.coach.id}`} c="inherit">
                      {words.by(found.coach.user.displayName)}
                    </Text>
                  </Group>
                )}
              </Stack>
            </div>
          ) : (
            <Empty icon={GraduationCap} title={words.gone} text={words.goneText}>
              <Button component={Link} to="/courses" variant="light">
                {words.browse}
              </Button>
            </Empty>
          )
        }
      </Answer>
    </Frame>
  );
}
