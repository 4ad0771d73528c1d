// The graph for those who build on it: where it is, queries to try at once, code to begin with, the schema.
import { Button, Stack, Text, Title } from '@mantine/core';
import { ExternalLink } from 'lucide-react';
import { Card, Cards } from '@/ui/card';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { Addresses } from './addresses';
import { CodeBlock } from './code-block';
import { developerWords } from './developer-words';
import classes from './developers.module.css';
import { RefusalCodes } from './refusal-codes';
import { SchemaReader } from './schema-reader';
import { curlSnippet, javascriptSnippet, socketSnippet } from './snippets';
import { TryIt } from './try-it';

export function Page() {
  const words = useWords(developerWords);
  const endpoint = `${location.origin}/graphql`;
  const socket = endpoint.replace(/^http/, 'ws');
  const sandbox = (
    <Button
      component="a"
      href="/graphql"
      target="_blank"
      rel="noopener noreferrer"
      title={words.sandboxHint}
      rightSection={<ExternalLink size={16} aria-hidden />}
    >
      {words.sandbox}
    </Button>
  );
  return (
    <Frame title={words.title} lead={words.lead} actions={sandbox}>
      <div className={classes['page']}>
        <Addresses endpoint={endpoint} socket={socket} />
        <TryIt />
        <section aria-labelledby="snippets">
          <Title order={2} size="h3" id="snippets" mb="md">
            {words.snippets}
          </Title>
          <Stack>
            <CodeBlock name="curl" text={curlSnippet(endpoint)} />
            <CodeBlock name="JavaScript" text={javascriptSnippet(endpoint)} />
            <CodeBlock name="graphql-ws" text={socketSnippet(socket)} />
          </Stack>
        </section>
        <section aria-labelledby="sessions">
          <Title order={2} size="h3" id="sessions" mb="md">
            {words.sessions}
          </Title>
          <Cards least="20rem">
            {(['bearer', 'cookie'] as const).map((kind) => (
              <Card as="li" key={kind}>
                <Title order={3} size="h5" mb={6}>
                  {words[kind]}
                </Title>
                <Text size="sm">{words[`${kind}Text`]}</Text>
              </Card>
            ))}
          </Cards>
        </section>
        <RefusalCodes />
        <SchemaReader />
      </div>
    </Frame>
  );
}
