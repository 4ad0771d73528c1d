// A coach's own courses, and the beginning of another.
import { useQuery } from '@apollo/client/react';
import { Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { BookOpen, GraduationCap, Plus } from 'lucide-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { courseWords } from '../course-words';
import { CourseForm } from './course-form';
import { teachingWords } from './teaching-words';

const teaching = graphql(`
  query Teaching {
    me {
      id
      coach {
        id
        standing
        courses(first: 100) {
          edges {
            node {
              id
              title
              isPublished
              lessonCount
              price {
                amountMinor
                currency
              }
            }
          }
        }
      }
    }
  }
`);

const createCourse = graphql(`
  mutation CreateCourse($input: CreateCourseInput!) {
    createCourse(input: $input) {
      userErrors {
        ...Refusal
      }
      course {
        id
        ...AuthorPage_course
      }
    }
  }
`);

export function Page() {
  const words = useWords(teachingWords);
  const courses = useWords(courseWords);
  const formats = useFormats();
  const { coach } = useSignedIn();
  const navigate = useNavigate();
  const result = useQuery(teaching, { skip: !coach });
  const creating = useAct(createCourse);
  const [isOpen, setOpen] = useState(false);
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  if (!coach) {
    return (
      <Frame title={words.teaching}>
        <Empty icon={GraduationCap} title={words.notCoach} text={words.notCoachText}>
          <Button component={Link} to="/coaches" variant="light">
            {words.apply}
          </Button>
        </Empty>
      </Frame>
    );
  }
  const create = async (given: { title: string; description: string; price: number }) => {
    const { title, description, price } = given;
    const input = { idempotencyKey, title, description, price: price ? { amountMinor: price, currency: 'EUR' } : null };
    const course = (await creating.run({ input }))?.createCourse.course;
    if (course) await navigate(`/teaching/${course.id}`);
  };
  return (
    <Frame
      title={words.teaching}
      lead={words.lead}
      width="narrow"
      actions={
        !isOpen && (
          <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => setOpen(true)}>
            {words.newCourse}
          </Button>
        )
      }
    >
      {isOpen && (
        <Card as="section" aria-label={words.newCourse}>
          <CourseForm
            submit={words.create}
            isBusy={creating.isBusy}
            refusals={creating.refusals}
            onSubmit={create}
            onCancel={() => setOpen(false)}
          />
        </Card>
      )}
      <Answer of={result}>
        {({ me }) => {
          const own = me?.coach?.courses?.edges ?? [];
          if (own.length === 0) return <Empty icon={BookOpen} title={words.empty} text={words.emptyText} />;
          return (
            <Stack component="ul" gap="sm" p={0} mt="md">
              {own.map(({ node: { id, title, isPublished, lessonCount, price } }) => (
                <Card key={id} as="li">
                  <Group justify="space-between" gap="sm" wrap="nowrap">
                    <div>
                      <Title order={2} size="h5">
                        <CoverLink to={`/teaching/${id}`}>{title}</CoverLink>
                      </Title>
                      <Text size="sm" c="dimmed">
                        {courses.lessons(lessonCount)} · {price ? formats.money(price) : courses.free}
                      </Text>
                    </div>
                    <Badge variant="light" color={isPublished ? 'teal' : 'gray'} tt="none" size="lg">
                      {isPublished ? words.published : words.draft}
                    </Badge>
                  </Group>
                </Card>
              ))}
            </Stack>
          );
        }}
      </Answer>
    </Frame>
  );
}
