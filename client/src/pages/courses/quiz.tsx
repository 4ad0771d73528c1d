// The quiz that closes a lesson: its terms, the try that is open, and what came of the last one.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { QuizAttempt } from './quiz-attempt';
import { QuizResult } from './quiz-result';
import { quizWords } from './quiz-words';

const fragment = graphql(`
  fragment Quiz_quiz on Quiz {
    id
    passingPercentage
    maxAttempts
    timeLimitSeconds
    questionCount
    viewerAttempts {
      id
      status
      isPassed
      ...QuizAttempt_attempt
      ...QuizResult_attempt
    }
  }
`);

const startQuizAttempt = graphql(`
  mutation StartQuizAttempt($input: StartQuizAttemptInput!) {
    startQuizAttempt(input: $input) {
      userErrors {
        ...Refusal
      }
      attempt {
        id
        quiz {
          id
          ...Quiz_quiz
        }
      }
    }
  }
`);

/** Whether the viewer may complete its lesson. */
export const isPassed = (quiz: FragmentType<typeof fragment>): boolean =>
  unmask(fragment, quiz).viewerAttempts.some((attempt) => attempt.isPassed);

export function Quiz({ quiz }: { readonly quiz: FragmentType<typeof fragment> }) {
  const { id, passingPercentage, maxAttempts, timeLimitSeconds, questionCount, viewerAttempts } = unmask(
    fragment,
    quiz,
  );
  const words = useWords(quizWords);
  const { percent, number } = useFormats();
  const starting = useAct(startQuizAttempt);
  const open = viewerAttempts.find(({ status }) => status === 'OPEN');
  const last = viewerAttempts.findLast(({ status }) => status !== 'OPEN');
  const passed = viewerAttempts.find((attempt) => attempt.isPassed);
  const left = maxAttempts - viewerAttempts.length;
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(open?.id);
  useEffect(() => {
    // What was pressed is gone: who reads by ear goes on at the quiz, whose questions or result follow.
    if (shown.current !== open?.id) heading.current?.focus();
    shown.current = open?.id;
  }, [open?.id]);
  const start = () => starting.run({ input: { quizId: id } });
  const terms = [
    words.questions(questionCount),
    words.terms(percent(passingPercentage / 100)),
    timeLimitSeconds &&
      (timeLimitSeconds < 120 ? words.seconds(number(timeLimitSeconds)) : words.minutes(number(timeLimitSeconds / 60))),
    !passed && words.tries(left),
  ].filter(Boolean);
  return (
    <Card as="section" aria-labelledby={`quiz-${id}`}>
      <Stack gap="md">
        <Title ref={heading} tabIndex={-1} order={2} size="h4" id={`quiz-${id}`}>
          {words.quiz}
        </Title>
        <Text size="sm" c="dimmed">
          {terms.join(' · ')}
        </Text>
        {open ? (
          <QuizAttempt key={open.id} attempt={open} />
        ) : (
          <>
            {(passed ?? last) && <QuizResult attempt={passed ?? last} />}
            <Refusals of={starting.refusals} />
            {!passed && left > 0 && (
              <Group>
                <Button loading={starting.isBusy} onClick={() => void start()}>
                  {last ? words.again : words.begin}
                </Button>
              </Group>
            )}
            {!passed && left <= 0 && <Text>{words.noneLeft}</Text>}
          </>
        )}
      </Stack>
    </Card>
  );
}
