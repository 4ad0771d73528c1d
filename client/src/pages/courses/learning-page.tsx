// The viewer's courses with how far they are, and the lessons that this device keeps.
import { useQuery } from '@apollo/client/react';
import { Button, Progress, Stack, Text, Title } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { useOnline } from '@/offline/use-online';
import { useProgress } from '@/offline/use-progress';
import { Answer } from '@/ui/answer';
import { Card, Cards } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Notice } from '@/ui/notice';
import { Page as Frame } from '@/ui/page';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { CourseCover } from './course-cover';
import { courseWords } from './course-words';
import { KeptLessons } from './kept-lessons-list';
import { goOn } from './syllabus';

const learning = graphql(`
  query Learning($after: String) {
    myEnrollments(first: 24, after: $after) {
      edges {
        node {
          ...Enrollment_state
          id
          status
          progress
          completedLessonIds
          position {
            lesson {
              id
            }
          }
          certificate {
            id
            code
          }
          course {
            id
            slug
            title
            sections {
              id
              lessons {
                id
                title
              }
            }
          }
        }
        cursor
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Page() {
  const words = useWords(courseWords);
  const formats = useFormats();
  const { waiting } = useProgress();
  const isOnline = useOnline();
  const result = useQuery(learning, { variables: { after: null } });
  return (
    <Frame
      title={words.learning}
      lead={words.learningLead}
      actions={
        <Button component={Link} to="/courses" variant="default">
          {words.browse}
        </Button>
      }
    >
      {waiting.length > 0 && <Notice text={words.waiting(waiting.length)} />}
      {/* Without a network there is only what this device keeps. */}
      {(isOnline || result.data) && (
        <Answer of={result}>
          {({ myEnrollments: { edges, pageInfo } }) => {
            const active = edges.filter(({ node }) => node.status === 'ACTIVE');
            if (active.length === 0) {
              return (
                <Empty icon={GraduationCap} title={words.empty} text={words.emptyText}>
                  <Button component={Link} to="/courses">
                    {words.browse}
                  </Button>
                </Empty>
              );
            }
            return (
              <>
                <Cards least="17rem">
                  {active.map(({ node: { id, course, progress, completedLessonIds, position, certificate } }) => {
                    const next = course && goOn(course, completedLessonIds, position?.lesson?.id ?? null);
                    return (
                      <Card key={id} as="li" isFlush>
                        <CourseCover slug={course?.slug ?? id} height={96} />
                        <Stack p="md" gap="xs">
                          <Title order={2} size="h4">
                            {course ? (
                              <CoverLink to={`/courses/${course.slug}`}>{course.title}</CoverLink>
                            ) : (
                              words.courseGone
                            )}
                          </Title>
                          <Progress
                            value={progress * 100}
                            color={progress === 1 ? 'teal' : undefined}
                            aria-label={`${words.progress}: ${course?.title ?? ''}`}
                          />
                          <Text size="sm" c="dimmed">
                            {words.done(formats.percent(progress))}
                          </Text>
                          {/* Above the link that covers the card. */}
                          <div style={{ position: 'relative', zIndex: 1 }}>
                            {certificate ? (
                              <Button
                                component={Link}
                                to={`/certificates/${certificate.code}`}
                                variant="light"
                                fullWidth
                              >
                                {words.certificate}
                              </Button>
                            ) : (
                              next && (
                                <Button component={Link} to={`/lessons/${next.id}`} fullWidth>
                                  {progress > 0 || position ? words.continue : words.begin}
                                </Button>
                              )
                            )}
                          </div>
                        </Stack>
                      </Card>
                    );
                  })}
                </Cards>
                <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
              </>
            );
          }}
        </Answer>
      )}
      <KeptLessons />
    </Frame>
  );
}
