// A coach's course as its author sees it: what it says of itself, its sections and lessons, and whether it is out.
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Title } from '@mantine/core';
import { GraduationCap } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { answered } from '../answered';
import { courseWords } from '../course-words';
import { publishCourse, unpublishCourse, updateCourse } from './course-documents';
import { CourseForm } from './course-form';
import { Sections } from './sections';
import { teachingWords } from './teaching-words';

const fragment = graphql(`
  fragment AuthorPage_course on Course {
    id
    slug
    version
    title
    description
    isPublished
    lessonCount
    price {
      amountMinor
      currency
    }
    ...Sections_course
  }
`);

const authorQuery = graphql(`
  query AuthorPage($id: ID!) {
    course(id: $id) {
      id
      ...AuthorPage_course
    }
  }
`);

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(teachingWords);
  const gone = useWords(courseWords);
  const result = useQuery(authorQuery, { variables: { id } });
  const course = unmask(fragment, result.data?.course);
  const updating = useAct(updateCourse);
  const publishing = useAct(publishCourse);
  const unpublishing = useAct(unpublishCourse);
  const [dialog, confirm] = useConfirm();

  const save = async (given: { title: string; description: string; price: number }) => {
    if (!course) return;
    const { title, description, price } = given;
    const priced = price ? { amountMinor: price, currency: 'EUR' } : null;
    const input = { courseId: id, expectedVersion: course.version, title, description, price: priced };
    if (await updating.run({ input })) said(words.saved);
  };
  const takeBack = async () => {
    const question = { title: words.unpublishTitle, text: words.unpublishText, yes: words.unpublish };
    if (await confirm(question)) await unpublishing.run({ input: { courseId: id } });
  };
  return (
    <Frame
      title={course?.title ?? words.teaching}
      width="narrow"
      actions={
        course && (
          <>
            <Badge variant="light" color={course.isPublished ? 'teal' : 'gray'} tt="none" size="lg">
              {course.isPublished ? words.published : words.draft}
            </Badge>
            <Button component={Link} to={`/courses/${course.slug}`} variant="default">
              {words.look}
            </Button>
            {course.isPublished ? (
              <Button variant="default" loading={unpublishing.isBusy} onClick={() => void takeBack()}>
                {words.unpublish}
              </Button>
            ) : (
              <Button loading={publishing.isBusy} onClick={() => void publishing.run({ input: { courseId: id } })}>
                {words.publish}
              </Button>
            )}
          </>
        )
      }
    >
      {dialog}
      <Answer of={answered(result, 'course')}>
        {() =>
          course ? (
            <Stack gap="xl">
              <Refusals of={[...publishing.refusals, ...unpublishing.refusals]} />
              <section aria-labelledby="lessons">
                <Group mb="sm">
                  <Title order={2} size="h4" id="lessons">
                    {words.content}
                  </Title>
                </Group>
                <Sections course={course} />
              </section>
              <section aria-labelledby="about">
                <Title order={2} size="h4" id="about" mb="sm">
                  {words.about}
                </Title>
                <Card>
                  <CourseForm
                    title={course.title}
                    description={course.description}
                    price={course.price?.amountMinor ?? null}
                    submit={words.save}
                    isBusy={updating.isBusy}
                    refusals={updating.refusals}
                    onSubmit={(given) => void save(given)}
                  />
                </Card>
              </section>
            </Stack>
          ) : (
            <Empty icon={GraduationCap} title={gone.gone} text={gone.goneText} />
          )
        }
      </Answer>
    </Frame>
  );
}
