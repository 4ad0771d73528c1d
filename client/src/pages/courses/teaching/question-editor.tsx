// One question while it is written: its text, its choices and which are right, and why.
import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core';
import { Trash2 } from 'lucide-react';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { type QuestionDraft, withChoice, withMoreChoices, withoutChoice } from './quiz-draft';
import { teachingWords } from './teaching-words';

interface QuestionEditorProps {
  readonly number: number;
  readonly question: QuestionDraft;
  readonly onChange: (next: QuestionDraft) => void;
  readonly onRemove?: () => void;
}

const MOST_CHOICES = 10;

export function QuestionEditor({ number, question, onChange, onRemove }: QuestionEditorProps) {
  const words = useWords(teachingWords);
  const formats = useFormats();
  const { text, choices, explanation } = question;
  return (
    <Fieldset legend={words.question(formats.number(number))} variant="filled">
      <Stack gap="sm">
        <TextInput
          label={words.questionText}
          maxLength={1000}
          value={text}
          onChange={({ currentTarget: { value } }) => onChange({ ...question, text: value })}
        />
        {choices.map((choice, at) => {
          const place = formats.number(at + 1);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a choice is its place
            <Group key={at} gap="sm" wrap="nowrap" align="end">
              <TextInput
                label={words.choice(place)}
                maxLength={300}
                flex={1}
                value={choice.text}
                onChange={({ currentTarget: { value } }) => onChange(withChoice(question, at, { text: value }))}
              />
              <Checkbox
                aria-label={words.isRight(place)}
                mb={8}
                checked={choice.isCorrect}
                onChange={({ currentTarget: { checked } }) =>
                  onChange(withChoice(question, at, { isCorrect: checked }))
                }
              />
              {choices.length > 2 && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  mb={4}
                  aria-label={words.removeChoice(place)}
                  onClick={() => onChange(withoutChoice(question, at))}
                >
                  <Trash2 size={16} aria-hidden />
                </ActionIcon>
              )}
            </Group>
          );
        })}
        <TextInput
          label={words.explanation}
          maxLength={2000}
          value={explanation}
          onChange={({ currentTarget: { value } }) => onChange({ ...question, explanation: value })}
        />
        <Group>
          <Button
            size="compact-sm"
            variant="default"
            disabled={choices.length >= MOST_CHOICES}
            onClick={() => onChange(withMoreChoices(question))}
          >
            {words.addChoice}
          </Button>
          {onRemove && (
            <Button size="compact-sm" variant="subtle" color="red" onClick={onRemove}>
              {words.removeQuestion(formats.number(number))}
            </Button>
          )}
        </Group>
      </Stack>
    </Fieldset>
  );
}
