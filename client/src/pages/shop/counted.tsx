// A choice and how many products it would find.
import { Group, Text } from '@mantine/core';
import { useFormats } from '@/words/formats';

export function Counted({ text, count }: { readonly text: string; readonly count: number | undefined }) {
  const { number } = useFormats();
  return (
    <Group component="span" justify="space-between" gap="xs" wrap="nowrap">
      <span>{text}</span>
      {count !== undefined && (
        <Text component="span" size="xs" c="dimmed">
          {number(count)}
        </Text>
      )}
    </Group>
  );
}
