// What a page shows instead of its content when it could not be loaded: what happened, what to do, and the request id.
import { Button, Stack, Text, Title } from '@mantine/core';
import { CloudOff, SearchX, TriangleAlert } from 'lucide-react';
import type { Failure } from '@/graph/failure';
import { useWords } from '@/words/words';
import { stateWords } from './state-words';

const icons = { offline: CloudOff, refused: SearchX, broken: TriangleAlert };

export function Problem({ failure, onRetry }: { readonly failure: Failure; readonly onRetry?: () => void }) {
  const words = useWords(stateWords);
  const Icon = icons[failure.kind];
  return (
    <Stack align="center" gap="xs" py="xl" role="alert">
      <Icon size={40} strokeWidth={1.5} aria-hidden />
      <Title order={2} size="h4" ta="center">
        {words[failure.kind]}
      </Title>
      {failure.requestId && (
        <Text size="sm" c="dimmed">
          {words.requestId} <code>{failure.requestId}</code>
        </Text>
      )}
      {onRetry && failure.kind !== 'refused' && (
        <Button variant="light" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </Stack>
  );
}
