// The schema, fetched when somebody asks for it, searched and coloured. A server that hides it says so.
import { Button, Text, TextInput, Title } from '@mantine/core';
import { useDeferredValue, useState } from 'react';
import { useWords } from '@/words/words';
import { developerWords } from './developer-words';
import classes from './developers.module.css';
import { ProgramText } from './program-text';
import { type Definition, definitionsIn, findIn, piecesOf } from './schema-text';

const MOST_SHOWN = 25;

export function SchemaReader() {
  const words = useWords(developerWords);
  const [state, setState] = useState<'asked' | 'hidden' | 'unreachable' | null>(null);
  const [definitions, setDefinitions] = useState<readonly Definition[] | null>(null);
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const load = async () => {
    setState('asked');
    try {
      const response = await fetch('/schema.graphql');
      if (!response.ok) return setState('hidden');
      setDefinitions(definitionsIn(await response.text()));
      setState(null);
    } catch {
      setState('unreachable');
    }
  };
  const found = definitions ? findIn(definitions, wanted) : [];
  return (
    <section aria-labelledby="schema">
      <Title order={2} size="h3" id="schema">
        {words.schema}
      </Title>
      <Text c="dimmed" mb="md">
        {words.schemaText}
      </Text>
      {definitions ? (
        <>
          <TextInput
            type="search"
            label={words.search}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            maw={420}
            mb="xs"
          />
          <Text size="sm" c="dimmed" mb="md" role="status">
            {words.found(found.length)}
          </Text>
          <ul className={classes['definitions']}>
            {found.slice(0, MOST_SHOWN).map(({ name, text }) => (
              <li key={`${name} ${text.length}`}>
                <SchemaDefinition name={name} text={text} />
              </li>
            ))}
          </ul>
          {found.length > MOST_SHOWN && (
            <Text c="dimmed" mt="md">
              {words.more}
            </Text>
          )}
        </>
      ) : (
        <div role="status">
          {state === 'hidden' && <Text>{words.hidden}</Text>}
          {state === 'unreachable' && <Text>{words.unreachable}</Text>}
          {state !== 'hidden' && (
            <Button variant="light" loading={state === 'asked'} onClick={() => void load()}>
              {words.load}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function SchemaDefinition({ name, text }: Definition) {
  return (
    <ProgramText label={name}>
      {piecesOf(text).map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
        <span key={at} className={classes[piece.kind]}>
          {piece.text}
        </span>
      ))}
    </ProgramText>
  );
}
