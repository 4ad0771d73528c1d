// One device on which the person is signed in.
import { Badge, Button, Group, Text, ThemeIcon } from '@mantine/core';
import { Laptop, Smartphone } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './rows.module.css';
import { securityWords } from './security-words';

export const sessionFragment = graphql(`
  fragment SessionRow_session on Session {
    id
    device
    createdAt
    lastSeenAt
    isCurrent
  }
`);

interface SessionRowProps {
  readonly session: FragmentType<typeof sessionFragment>;
  readonly onEnd: () => void;
}

export function SessionRow({ session, onEnd }: SessionRowProps) {
  const words = useWords(securityWords);
  const { date, relative } = useFormats();
  const { device, createdAt, lastSeenAt, isCurrent } = unmask(sessionFragment, session);
  const Icon = /Android|iPhone|iPad/.test(device) ? Smartphone : Laptop;
  return (
    <li className={classes['row']}>
      <ThemeIcon size={40} radius="md" variant="light" color={isCurrent ? 'teal' : 'gray'}>
        <Icon size={20} aria-hidden />
      </ThemeIcon>
      <div className={classes['text']}>
        <Group gap="xs">
          <Text fw={600}>{device}</Text>
          {isCurrent && (
            <Badge color="teal" variant="light" tt="none">
              {words.here}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {words.seen(relative(lastSeenAt))} · {words.since(date(createdAt))}
        </Text>
      </div>
      {!isCurrent && (
        <Button size="compact-md" variant="default" aria-label={words.endOne(device)} onClick={onEnd}>
          {words.end}
        </Button>
      )}
    </li>
  );
}
