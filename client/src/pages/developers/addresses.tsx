// Where the graph is.
import { Group, Text, Title } from '@mantine/core';
import { Card } from '@/ui/card';
import { useWords } from '@/words/words';
import { CopyButton } from './copy-button';
import { developerWords } from './developer-words';
import classes from './developers.module.css';

export function Addresses({ endpoint, socket }: { readonly endpoint: string; readonly socket: string }) {
  const words = useWords(developerWords);
  const addresses = [
    { what: words.http, address: endpoint },
    { what: words.socket, address: socket },
    { what: words.sdl, address: `${location.origin}/schema.graphql` },
  ];
  return (
    <Card as="section" aria-labelledby="addresses">
      <Title order={2} size="h4" id="addresses" mb="sm">
        {words.addresses}
      </Title>
      <ul className={classes['addresses']}>
        {addresses.map(({ what, address }) => (
          <li key={what}>
            <Group justify="space-between" gap="xs">
              <div>
                <Text size="sm" c="dimmed">
                  {what}
                </Text>
                <code>{address}</code>
              </div>
              <CopyButton text={address} what={what} />
            </Group>
          </li>
        ))}
      </ul>
    </Card>
  );
}
