// What came of a try: how many were right, and for each question what was answered and why.
import { Stack, Text, Title } from '@mantine/core';
import { CircleCheck, CircleX } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { quizWords } from './quiz-words';

const fragment = graphql(`
  fragment QuizResult_attempt on QuizAttempt {
    id
    status
    isPassed
    correctCount
    questionCount
    questions {
      id
      text
      choices {
        id
        text
      }
      givenChoiceIds
      isCorrect
      explanation
    }
  }
`);

export function QuizResult({ attempt }: { readonly attempt: FragmentType<typeof fragment> | undefined }) {
  const result = unmask(fragment, attempt);
  const words = useWords(quizWords);
  const { number, list } = useFormats();
  if (!result) return null;
  const { status, isPassed, correctCount, questionCount, questions } = result;
  const title = isPassed ? words.passed : status === 'EXPIRED' ? words.expired : words.notPassed;
  return (
    <section aria-label={words.result}>
      <div role="status">
        <Title order={3} size="h5">
          {title}
        </Title>
        {correctCount !== null && <Text>{words.score(number(correctCount), number(questionCount))}</Text>}
      </div>
      {status === 'SUBMITTED' && (
        <Stack component="ol" gap="md" mt="md" p={0} style={{ listStyle: 'none' }}>
          {questions?.map(({ id, text, choices, givenChoiceIds, isCorrect, explanation }) => {
            const given = choices.filter((choice) => givenChoiceIds?.includes(choice.id)).map((choice) => choice.text);
            const Icon = isCorrect ? CircleCheck : CircleX;
            return (
              <li key={id}>
                <Text fw={600} component="div">
                  <Icon
                    size={18}
                    role="img"
                    aria-label={isCorrect ? words.right : words.wrong}
                    color={isCorrect ? 'var(--mantine-color-teal-6)' : 'var(--mantine-color-error)'}
                    style={{ verticalAlign: '-3px', marginInlineEnd: 6 }}
                  />
                  {text}
                </Text>
                <Text size="sm">{given.length > 0 ? `${words.yourAnswer} — ${list(given)}` : words.noAnswer}</Text>
                {explanation && (
                  <Text size="sm" c="dimmed">
                    {explanation}
                  </Text>
                )}
              </li>
            );
          })}
        </Stack>
      )}
    </section>
  );
}
