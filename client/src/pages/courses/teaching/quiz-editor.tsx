// The quiz of a lesson as its author writes it; saved whole, as its next version.
import { Button, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { setQuiz } from './course-documents';
import { QuestionEditor } from './question-editor';
import { draftOf, emptyQuestion, type QuestionDraft, questionsToSend } from './quiz-draft';
import { teachingWords } from './teaching-words';

const fragment = graphql(`
  fragment QuizEditor_quiz on Quiz {
    id
    version
    passingPercentage
    maxAttempts
    timeLimitSeconds
    questions {
      id
      text
      choices {
        id
        text
      }
      correctChoiceIds
      explanation
    }
  }
`);

interface QuizEditorProps {
  readonly lessonId: string;
  readonly lessonTitle: string;
  /** Null: the lesson has none yet. */
  readonly quiz: FragmentType<typeof fragment> | null;
}

const MOST_QUESTIONS = 50;

export function QuizEditor({ lessonId, lessonTitle, quiz }: QuizEditorProps) {
  const written = unmask(fragment, quiz);
  const words = useWords(teachingWords);
  const saving = useAct(setQuiz);
  const [drafts, setDrafts] = useState<readonly QuestionDraft[]>(
    () => written?.questions?.map(draftOf) ?? [emptyQuestion()],
  );
  const [isIncomplete, setIncomplete] = useState(false);
  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const questions = questionsToSend(drafts);
    setIncomplete(questions === null);
    if (!questions) return;
    const minutes = Number(form.get('limit'));
    const terms = {
      passingPercentage: Number(form.get('passing')),
      maxAttempts: Number(form.get('tries')),
      timeLimitSeconds: minutes > 0 ? minutes * 60 : null,
    };
    const input = { lessonId, expectedVersion: written?.version ?? 0, ...terms, questions };
    if (await saving.run({ input })) said(words.saved);
  };
  return (
    <form onSubmit={(event) => void save(event)}>
      <Fieldset legend={words.quizOf(lessonTitle)}>
        <Stack>
          <Group align="end">
            <NumberInput
              name="passing"
              label={words.passing}
              min={1}
              max={100}
              required
              defaultValue={written?.passingPercentage ?? 70}
            />
            <NumberInput
              name="tries"
              label={words.tries}
              min={1}
              max={20}
              required
              defaultValue={written?.maxAttempts ?? 3}
            />
            <NumberInput
              name="limit"
              label={words.limit}
              description={words.limitHint}
              min={1}
              max={240}
              defaultValue={written?.timeLimitSeconds ? written.timeLimitSeconds / 60 : ''}
            />
          </Group>
          {drafts.map((draft, at) => (
            <QuestionEditor
              key={draft.key}
              number={at + 1}
              question={draft}
              onChange={(next) => setDrafts((all) => all.map((one) => (one.key === next.key ? next : one)))}
              {...(drafts.length > 1 && {
                onRemove: () => setDrafts((all) => all.filter((one) => one.key !== draft.key)),
              })}
            />
          ))}
          {isIncomplete && (
            <Text role="alert" c="var(--mantine-color-error)">
              {words.needsRight}
            </Text>
          )}
          <Refusals of={saving.refusals} />
          <Group>
            <Button
              variant="default"
              leftSection={<Plus size={16} aria-hidden />}
              disabled={drafts.length >= MOST_QUESTIONS}
              onClick={() => setDrafts((all) => [...all, emptyQuestion()])}
            >
              {words.addQuestion}
            </Button>
            <Button type="submit" loading={saving.isBusy}>
              {words.saveQuiz}
            </Button>
          </Group>
        </Stack>
      </Fieldset>
    </form>
  );
}
