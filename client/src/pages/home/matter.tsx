// The frame of one thing that waits: its heading and its lines.
import { Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import { Card } from '@/ui/card';
import classes from './signed-in-home.module.css';

export function Matter({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <Card as="section" aria-labelledby={id}>
      <Title order={2} size="h5" id={id} mb="xs">
        {title}
      </Title>
      <ul className={classes['lines']}>{children}</ul>
    </Card>
  );
}
