// One file on its way: its name, how far it is, and the way to stop it.
import { ActionIcon, Group, Progress, Text } from '@mantine/core';
import { X } from 'lucide-react';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './upload-field.module.css';
import { uploadWords } from './upload-words';

interface UploadLineProps {
  readonly name: string;
  /** From 0 to 1; 1 means that the server works on it. */
  readonly progress: number;
  readonly onCancel: () => void;
}

export function UploadLine({ name, progress, onCancel }: UploadLineProps) {
  const words = useWords(uploadWords);
  const formats = useFormats();
  const percent = Math.round(progress * 100);
  return (
    <div className={classes['line']}>
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm" truncate>
          {name}
        </Text>
        <Group gap={4} wrap="nowrap">
          <Text size="sm" c="dimmed" className={classes['share'] ?? ''}>
            {progress >= 1 ? words.working : formats.percent(percent / 100)}
          </Text>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.cancel(name)} onClick={onCancel}>
            <X size={16} aria-hidden />
          </ActionIcon>
        </Group>
      </Group>
      <Progress.Root size="sm">
        <Progress.Section value={percent} animated={progress >= 1} aria-label={words.sending(name)} />
      </Progress.Root>
    </div>
  );
}
