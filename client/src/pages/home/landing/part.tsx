// One part of the landing page: its heading, the way to all of it, and what stands below.
import { Anchor, Group, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';

interface PartProps {
  readonly title: string;
  readonly to: string;
  readonly all: string;
  readonly children: ReactNode;
}

export function Part({ title, to, all, children }: PartProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <Group justify="space-between" mb="md">
        <Title order={2} size="h3" id={id}>
          {title}
        </Title>
        <Anchor component={Link} to={to}>
          {all}
        </Anchor>
      </Group>
      {children}
    </section>
  );
}
