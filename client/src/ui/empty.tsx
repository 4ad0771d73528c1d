// Nothing there yet: says what would be here and how to begin.
import { Stack, Text, Title } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly text?: string;
  /** What begins it: a button or a link. */
  readonly children?: ReactNode;
}

export function Empty({ icon: Icon, title, text, children }: EmptyProps) {
  return (
    <Stack align="center" gap="xs" py="xl" ta="center">
      <Icon size={40} strokeWidth={1.5} aria-hidden />
      <Title order={2} size="h4">
        {title}
      </Title>
      {text && (
        <Text c="dimmed" maw={420}>
          {text}
        </Text>
      )}
      {children}
    </Stack>
  );
}
