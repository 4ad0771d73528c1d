// The frame of every page: its heading (focused on arrival, so that a screen reader says where one is), its title in the
// tab, and its actions.
import { Group, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  readonly lead?: string | undefined;
  /** Buttons beside the heading. */
  readonly actions?: ReactNode;
  /** `narrow` for reading and forms; `wide` for everything else. */
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

let isFirst = true;

export function Page({ title, lead, actions, width = 'wide', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Mosaic`;
  }, [title]);
  useEffect(() => {
    // Not on the first page: there the browser begins at the top by itself.
    if (!isFirst) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, []);
  return (
    <div className={classes[width]}>
      <Group justify="space-between" align="flex-start" mb="lg" gap="sm">
        <div>
          <Title ref={heading} order={1} size="h2" tabIndex={-1} className={classes['heading']}>
            {title}
          </Title>
          {lead && <Text c="dimmed">{lead}</Text>}
        </div>
        {actions && <Group gap="xs">{actions}</Group>}
      </Group>
      {children}
    </div>
  );
}
