// A line above the content: something is missing or interrupted, and the rest works.
import { Button, Group, Text } from '@mantine/core';
import { Info } from 'lucide-react';
import classes from './notice.module.css';

interface NoticeProps {
  readonly text: string;
  readonly action?: string;
  readonly onAction?: () => void;
}

export function Notice({ text, action, onAction }: NoticeProps) {
  return (
    <Group className={classes['notice']} role="status" gap="sm" wrap="nowrap" mb="md">
      <Info size={18} aria-hidden className={classes['icon']} />
      <Text size="sm" flex={1}>
        {text}
      </Text>
      {action && (
        <Button size="compact-sm" variant="default" onClick={onAction}>
          {action}
        </Button>
      )}
    </Group>
  );
}
