// Copies a text, and says so for a moment.
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { Check, Copy } from 'lucide-react';
import { useWords } from '@/words/words';
import { developerWords } from './developer-words';

export function CopyButton({ text, what }: { readonly text: string; readonly what: string }) {
  const words = useWords(developerWords);
  const { copy, copied } = useClipboard({ timeout: 2_000 });
  const Icon = copied ? Check : Copy;
  return (
    <Button
      size="compact-sm"
      variant="default"
      leftSection={<Icon size={15} aria-hidden />}
      aria-label={words.copyOf(what)}
      onClick={() => copy(text)}
    >
      <span aria-live="polite">{copied ? words.copied : words.copy}</span>
    </Button>
  );
}
