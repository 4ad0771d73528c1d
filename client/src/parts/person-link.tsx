// A person's face and name, leading to their profile. Nobody (the account is gone, or users is not answering) still has
// a place, without a link.
import { Anchor, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { inBoth, useWords } from '@/words/words';
import { Avatar } from './avatar';

const words = inBoth({ en: { somebody: 'Somebody' }, fr: { somebody: 'Quelqu’un' } });

const fragment = graphql(`
  fragment PersonLink_user on User {
    id
    displayName
    ...Avatar_user
  }
`);

interface PersonLinkProps {
  readonly user: FragmentType<typeof fragment> | null | undefined;
  readonly size?: number;
  /** What stands below the name, e.g. when they wrote. */
  readonly children?: ReactNode;
}

export function PersonLink({ user, size = 38, children }: PersonLinkProps) {
  const { somebody } = useWords(words);
  const person = unmask(fragment, user);
  return (
    <Group gap="sm" wrap="nowrap" miw={0}>
      <Avatar user={person} size={size} />
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {person ? (
          <Anchor component={Link} to={`/people/${encodeURIComponent(person.id)}`} c="inherit" fw={600}>
            {person.displayName}
          </Anchor>
        ) : (
          <Text component="span" fw={600} c="dimmed">
            {somebody}
          </Text>
        )}
        {children && (
          <Text component="div" size="sm" c="dimmed">
            {children}
          </Text>
        )}
      </div>
    </Group>
  );
}
