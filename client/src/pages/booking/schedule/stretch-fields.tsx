// The hours of one day in a form: a pair of times each, to add and take out.
import { ActionIcon, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { Plus, X } from 'lucide-react';
import { useWords } from '@/words/words';
import { scheduleWords } from '../schedule-words';
import { nextStretch, problemOf, type Stretch } from './stretches';

interface StretchFieldsProps {
  /** The day's name, for the labels. */
  readonly of: string;
  readonly stretches: readonly Stretch[];
  readonly onChange: (stretches: readonly Stretch[]) => void;
}

export function StretchFields({ of, stretches, onChange }: StretchFieldsProps) {
  const words = useWords(scheduleWords);
  const problem = problemOf(stretches);
  const change = (key: string, changed: Partial<Stretch>) =>
    onChange(stretches.map((one) => (one.key === key ? { ...one, ...changed } : one)));
  return (
    <Stack gap={6}>
      {stretches.map(({ key, startTime, endTime }) => (
        <Group key={key} gap={6} wrap="nowrap">
          <TextInput
            type="time"
            aria-label={words.from(of)}
            value={startTime}
            onChange={({ currentTarget }) => change(key, { startTime: currentTarget.value })}
          />
          <span aria-hidden>–</span>
          <TextInput
            type="time"
            aria-label={words.to(of)}
            value={endTime}
            onChange={({ currentTarget }) => change(key, { endTime: currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={words.remove(of, startTime)}
            onClick={() => onChange(stretches.filter((one) => one.key !== key))}
          >
            <X size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {problem && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {words.problem[problem]}
        </Text>
      )}
      <Group gap="xs">
        {stretches.length === 0 && <Text c="dimmed">{words.off}</Text>}
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<Plus size={14} aria-hidden />}
          aria-label={words.add(of)}
          onClick={() => onChange([...stretches, nextStretch(stretches)])}
        >
          {words.addHours}
        </Button>
      </Group>
    </Stack>
  );
}
