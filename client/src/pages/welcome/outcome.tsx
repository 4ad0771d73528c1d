// What came of a step: a picture, a sentence, and where to go on. It is announced, as nothing else on the page changes.
import { Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { CircleCheck, Link2Off, MailCheck } from 'lucide-react';
import type { ReactNode } from 'react';

const looks = {
  done: { icon: CircleCheck, color: 'teal' },
  mailed: { icon: MailCheck, color: 'iris' },
  broken: { icon: Link2Off, color: 'orange' },
};

interface OutcomeProps {
  readonly of: keyof typeof looks;
  readonly title: string;
  readonly text?: string | undefined;
  /** Where to go on: links and buttons. */
  readonly children?: ReactNode;
}

export function Outcome({ of, title, text, children }: OutcomeProps) {
  const { icon: Icon, color } = looks[of];
  return (
    <Stack align="center" ta="center" py="md" role={of === 'broken' ? 'alert' : 'status'}>
      <ThemeIcon size={64} radius="xl" variant="light" color={color}>
        <Icon size={32} aria-hidden />
      </ThemeIcon>
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && <Text c="dimmed">{text}</Text>}
      {children}
    </Stack>
  );
}
