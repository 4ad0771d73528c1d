// One question that is to be answered: radio buttons for one choice, checkboxes for several.
import { Checkbox, Radio, Stack, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { quizWords } from './quiz-words';

const fragment = graphql(`
  fragment QuizQuestion_question on QuizQuestion {
    id
    kind
    text
    choices {
      id
      text
    }
  }
`);

interface QuizQuestionProps {
  readonly question: FragmentType<typeof fragment>;
  readonly number: number;
  readonly count: number;
  readonly chosen: readonly string[];
  readonly onChoose: (choices: readonly string[]) => void;
}

export function QuizQuestion({ question, number, count, chosen, onChoose }: QuizQuestionProps) {
  const { kind, text, choices } = unmask(fragment, question);
  const words = useWords(quizWords);
  const formats = useFormats();
  const options = (Option: typeof Radio | typeof Checkbox) => (
    <Stack gap="sm" mt="sm">
      {choices.map((choice) => (
        <Option key={choice.id} value={choice.id} label={choice.text} />
      ))}
    </Stack>
  );
  const label = (
    <>
      <Text component="span" size="sm" c="dimmed" display="block">
        {words.number(formats.number(number), formats.number(count))}
      </Text>
      {text}
    </>
  );
  if (kind === 'MULTIPLE') {
    return (
      <Checkbox.Group
        label={label}
        description={words.several}
        size="md"
        value={[...chosen]}
        onChange={(values) => onChoose(values)}
      >
        {options(Checkbox)}
      </Checkbox.Group>
    );
  }
  return (
    <Radio.Group label={label} size="md" value={chosen[0] ?? null} onChange={(value) => onChoose([value])}>
      {options(Radio)}
    </Radio.Group>
  );
}
