// An editor for one operation against the live graph: queries answer once, subscriptions go on until they are stopped.
import { Button, Group, JsonInput, NativeSelect, Text, Textarea, Title } from '@mantine/core';
import { Play, Square } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useViewer } from '@/parts/viewer';
import { Notice } from '@/ui/notice';
import { useWords } from '@/words/words';
import { developerWords } from './developer-words';
import classes from './developers.module.css';
import { examples } from './examples';
import { Outcome } from './outcome';
import { readVariables } from './read-variables';
import { useRun } from './use-run';

export function TryIt() {
  const words = useWords(developerWords);
  const viewer = useViewer();
  const [chosen, setChosen] = useState(0);
  const [text, setText] = useState(examples[0]?.text ?? '');
  const [variables, setVariables] = useState(examples[0]?.variables ?? '{}');
  const run = useRun();
  const given = readVariables(variables);
  const choose = (at: number) => {
    run.stop();
    setChosen(at);
    setText(examples[at]?.text ?? '');
    setVariables(examples[at]?.variables ?? '{}');
  };
  const start = (event: FormEvent) => {
    event.preventDefault();
    if (given) void run.start(text, given);
  };
  const startByKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.form?.requestSubmit();
  };
  return (
    <section aria-labelledby="first">
      <Title order={2} size="h3" id="first">
        {words.first}
      </Title>
      <Text c="dimmed" mb="md">
        {words.firstText}
      </Text>
      {!viewer && <Notice text={words.guest} />}
      <div className={classes['bench']}>
        <form onSubmit={start}>
          <NativeSelect
            label={words.example}
            value={chosen}
            onChange={(event) => choose(Number(event.currentTarget.value))}
            data={examples.map(({ name }, at) => ({ value: String(at), label: name }))}
            mb="sm"
          />
          <Textarea
            label={words.query}
            classNames={{ input: classes['editor'] ?? '' }}
            autosize
            minRows={10}
            maxRows={24}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={startByKey}
            mb="sm"
          />
          <JsonInput
            label={words.variables}
            classNames={{ input: classes['editor'] ?? '' }}
            autosize
            minRows={2}
            maxRows={10}
            value={variables}
            onChange={setVariables}
            error={given === null && words.badVariables}
            mb="md"
          />
          <Group>
            <Button type="submit" leftSection={<Play size={16} aria-hidden />} loading={run.isWaiting}>
              {words.run}
            </Button>
            {run.isListening && (
              <Button variant="default" leftSection={<Square size={15} aria-hidden />} onClick={run.stop}>
                {words.stop}
              </Button>
            )}
          </Group>
        </form>
        <Outcome run={run} />
      </div>
    </section>
  );
}
