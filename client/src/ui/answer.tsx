// The states of a query, designed once: loading, failed, partial (a subgraph is down: the rest works), complete.

import type { ErrorLike } from '@apollo/client';
import { Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { readFailure } from '@/graph/failure';
import { useWords } from '@/words/words';
import { Notice } from './notice';
import { Problem } from './problem';
import { stateWords } from './state-words';

interface Asked<Data> {
  readonly data?: Data | undefined;
  readonly error?: ErrorLike | undefined;
  refetch(): Promise<unknown>;
}

interface AnswerProps<Data> {
  /** What useQuery returned. */
  readonly of: Asked<Data>;
  /** Shown while nothing is there yet, in the shape of what will come; by default some lines. */
  readonly skeleton?: ReactNode;
  /** One of several parts of a page: when it fails it says so in a line, and the other parts go on. */
  readonly isPart?: boolean;
  readonly children: (data: NonNullable<Data>) => ReactNode;
}

export function Answer<Data>({ of: { data, error, refetch }, skeleton, isPart, children }: AnswerProps<Data>) {
  const words = useWords(stateWords);
  if (data) {
    return (
      <>
        {error && <Notice text={words.partial} action={words.retry} onAction={() => void refetch()} />}
        {children(data)}
      </>
    );
  }
  if (error && isPart) {
    const { kind, requestId } = readFailure(error);
    const text = requestId ? `${words[kind]} ${words.requestId} ${requestId}` : words[kind];
    return <Notice text={text} action={words.retry} onAction={() => void refetch()} />;
  }
  if (error) return <Problem failure={readFailure(error)} onRetry={() => void refetch()} />;
  return (
    <div role="status" aria-label={words.loading} data-loading>
      {skeleton === undefined ? <Lines /> : skeleton}
    </div>
  );
}

/** A skeleton of some cards in a column. */
export function Lines({ count = 4, height = 72 }: { readonly count?: number; readonly height?: number }) {
  return (
    <Stack gap="sm">
      {Array.from({ length: count }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: these never move
        <Skeleton key={at} height={height} radius="md" />
      ))}
    </Stack>
  );
}
