// What one can do with a course now: enroll, put it into the cart, go on, see the certificate.
import { Button, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { readFailure } from '@/graph/failure';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { becomeGuest } from '@/graph/session';
import { useAct } from '@/parts/use-act';
import { useViewer } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { failed, said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { courseWords } from './course-words';
import { goOn } from './syllabus';

const fragment = graphql(`
  fragment EnrollPanel_course on Course {
    id
    slug
    price {
      amountMinor
      currency
    }
    sections {
      id
      lessons {
        id
      }
    }
    viewerEnrollment {
      ...Enrollment_state
    }
  }
`);

export const enrollmentState = graphql(`
  fragment Enrollment_state on Enrollment {
    id
    status
    heldUntil
    progress
    completedLessonIds
    position {
      seconds
      savedAt
      lesson {
        id
      }
    }
    certificate {
      id
      code
    }
  }
`);

const enroll = graphql(`
  mutation Enroll($input: EnrollInput!) {
    enroll(input: $input) {
      userErrors {
        ...Refusal
      }
      enrollment {
        ...Enrollment_state
        course {
          id
          viewerEnrollment {
            id
          }
        }
      }
    }
  }
`);

const claim = graphql(`
  mutation ClaimCourse($input: ClaimCourseInput!) {
    claimCourse(input: $input) {
      userErrors {
        ...Refusal
      }
      enrollment {
        ...Enrollment_state
        course {
          id
          viewerEnrollment {
            id
          }
        }
      }
    }
  }
`);

export function EnrollPanel({ course }: { readonly course: FragmentType<typeof fragment> }) {
  const asked = unmask(fragment, course);
  const { id: courseId, slug, price } = asked;
  const enrollment = unmask(enrollmentState, asked.viewerEnrollment);
  const words = useWords(courseWords);
  const formats = useFormats();
  const viewer = useViewer();
  const navigate = useNavigate();
  const entering = useAct(enroll);
  const claiming = useAct(claim);
  const [idempotencyKey] = useState(() => crypto.randomUUID());

  const enter = async () => {
    if (await entering.run({ input: { courseId, idempotencyKey } })) said(words.welcome);
  };
  const putIntoCart = async () => {
    try {
      if (!viewer) await becomeGuest();
    } catch (error) {
      return failed(readFailure(error));
    }
    if (await claiming.run({ input: { courseId, idempotencyKey } })) await navigate('/cart');
  };

  if (enrollment?.status === 'ACTIVE') {
    const lesson = goOn(asked, enrollment.completedLessonIds, enrollment.position?.lesson?.id ?? null);
    const isBegun = enrollment.progress > 0 || enrollment.position !== null;
    const { certificate, progress } = enrollment;
    return (
      <Card>
        <Stack gap="sm">
          <Text fw={600}>{words.enrolled}</Text>
          <Progress value={progress * 100} aria-label={words.progress} />
          <Text size="sm" c="dimmed">
            {words.done(formats.percent(progress))}
          </Text>
          {certificate && (
            <Button component={Link} to={`/certificates/${certificate.code}`}>
              {words.certificate}
            </Button>
          )}
          {lesson && (
            <Button component={Link} to={`/lessons/${lesson.id}`} variant={certificate ? 'default' : 'filled'}>
              {progress === 1 ? words.again : isBegun ? words.continue : words.begin}
            </Button>
          )}
        </Stack>
      </Card>
    );
  }
  return (
    <Card>
      <Stack gap="sm">
        <Text size="xl" fw={700}>
          {price ? formats.money(price) : words.free}
        </Text>
        <Refusals of={[...entering.refusals, ...claiming.refusals]} />
        {price && enrollment?.status === 'PENDING' && (
          <>
            <Text size="sm">{words.inCart}</Text>
            {enrollment.heldUntil && (
              <Text size="sm" c="dimmed">
                {words.heldUntil(formats.time(enrollment.heldUntil))}
              </Text>
            )}
            <Button component={Link} to="/cart">
              {words.toCart}
            </Button>
          </>
        )}
        {price && enrollment?.status !== 'PENDING' && (
          <Button loading={claiming.isBusy} onClick={() => void putIntoCart()}>
            {words.addToCart}
          </Button>
        )}
        {!price && viewer && (
          <Button loading={entering.isBusy} onClick={() => void enter()}>
            {words.enroll}
          </Button>
        )}
        {!price && !viewer && (
          <Button component={Link} to={`/sign-in?next=${encodeURIComponent(`/courses/${slug}`)}`}>
            {words.signInFirst}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
