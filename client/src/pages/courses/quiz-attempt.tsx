// A try that is under way: its questions, the clock, handing in. What is chosen stays in memory until it is handed in.
import { Button, Group, Stack, Text } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { Countdown } from './countdown';
import { QuizQuestion } from './quiz-question';
import { quizWords } from './quiz-words';

const fragment = graphql(`
  fragment QuizAttempt_attempt on QuizAttempt {
    id
    startedAt
    expiresAt
    questions {
      id
      ...QuizQuestion_question
    }
  }
`);

const submitQuizAttempt = graphql(`
  mutation SubmitQuizAttempt($input: SubmitQuizAttemptInput!) {
    submitQuizAttempt(input: $input) {
      userErrors {
        ...Refusal
      }
      attempt {
        id
        status
        submittedAt
        isPassed
        ...QuizAttempt_attempt
        ...QuizResult_attempt
      }
    }
  }
`);

type Chosen = Readonly<Record<string, readonly string[]>>;

export function QuizAttempt({ attempt }: { readonly attempt: FragmentType<typeof fragment> }) {
  const { id, expiresAt, questions } = unmask(fragment, attempt);
  const words = useWords(quizWords);
  const submitting = useAct(submitQuizAttempt);
  const [chosen, setChosen] = useState<Chosen>({});
  const [isUnsure, setUnsure] = useState(false);
  const asked = questions ?? [];
  const unanswered = asked.filter((question) => !chosen[question.id]?.length).length;
  const handIn = () =>
    submitting.run({
      input: {
        attemptId: id,
        answers: asked.map((question) => ({ questionId: question.id, choiceIds: [...(chosen[question.id] ?? [])] })),
      },
    });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (unanswered > 0) setUnsure(true);
    else void handIn();
  };
  return (
    <form onSubmit={ask}>
      <Stack gap="xl">
        {expiresAt && <Countdown until={expiresAt} onOver={() => void handIn()} />}
        {asked.map((question, at) => (
          <QuizQuestion
            key={question.id}
            question={question}
            number={at + 1}
            count={asked.length}
            chosen={chosen[question.id] ?? []}
            onChoose={(choices) => {
              setUnsure(false);
              setChosen((before) => ({ ...before, [question.id]: choices }));
            }}
          />
        ))}
        <Refusals of={submitting.refusals} />
        {isUnsure ? (
          <div role="alert">
            <Text mb="sm">{words.unanswered(unanswered)}</Text>
            <Group>
              <Button loading={submitting.isBusy} onClick={() => void handIn()}>
                {words.handInAnyway}
              </Button>
              <Button variant="default" onClick={() => setUnsure(false)}>
                {words.back}
              </Button>
            </Group>
          </div>
        ) : (
          <Group>
            <Button type="submit" loading={submitting.isBusy}>
              {words.handIn}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}
