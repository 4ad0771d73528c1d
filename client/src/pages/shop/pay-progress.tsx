// A purchase under way: what is being done now. How long a bank takes nobody knows, so the bar names no share.
import { Progress, Stack, Text } from '@mantine/core';
import { useWords } from '@/words/words';
import { payWords } from './pay-words';

export function PayProgress({ text, share }: { readonly text: string; readonly share: number }) {
  const words = useWords(payWords);
  return (
    <Stack gap={6} role="status">
      <Text size="sm">{text}</Text>
      <Progress value={share} animated aria-label={words.progress} />
    </Stack>
  );
}
