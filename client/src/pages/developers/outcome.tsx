// What an operation came to: how it went, and what came, as formatted JSON.
import { Group, Text } from '@mantine/core';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { CopyButton } from './copy-button';
import { developerWords } from './developer-words';
import classes from './developers.module.css';
import { ProgramText } from './program-text';
import type { Run } from './use-run';

export function Outcome({ run: { answered, isListening } }: { readonly run: Run }) {
  const words = useWords(developerWords);
  const { number } = useFormats();
  const text = answered?.bodies.map((body) => JSON.stringify(body, null, 2)).join('\n\n') ?? '';
  return (
    <div className={classes['block']}>
      <Group justify="space-between" mb={6} mih={30}>
        <Text size="sm" fw={600}>
          {words.answer}
        </Text>
        {text && <CopyButton text={text} what={words.answer} />}
      </Group>
      <div role="status">
        <Text size="sm" c="dimmed" mb={6}>
          {isListening
            ? `${words.listening} ${words.events(answered?.bodies.length ?? 0)}`
            : answered?.status
              ? words.took(String(answered.status), number(answered.milliseconds))
              : answered && text === ''
                ? words.unreachable
                : !answered && words.noAnswer}
          {answered?.requestId && (
            <>
              {' · '}
              {words.request} <code>{answered.requestId}</code>
            </>
          )}
        </Text>
      </div>
      {text && <ProgramText label={words.answer}>{text}</ProgramText>}
    </div>
  );
}
