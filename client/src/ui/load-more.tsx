// The next page of a list: fetched when its end comes near, or by the button, which keyboards and readers use.
import { Button, Center } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '@/words/words';
import { stateWords } from './state-words';

interface LoadMoreProps {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  /** Usually `(after) => fetchMore({ variables: { after } })`. */
  readonly load: (after: string) => Promise<unknown>;
}

export function LoadMore({ pageInfo: { hasNextPage, endCursor }, load }: LoadMoreProps) {
  const words = useWords(stateWords);
  const mark = useRef<HTMLDivElement>(null);
  const [isBusy, setBusy] = useState(false);
  const next = async () => {
    if (isBusy || !endCursor) return;
    setBusy(true);
    await load(endCursor).finally(() => setBusy(false));
  };
  const latest = useRef(next);
  latest.current = next;
  useEffect(() => {
    if (!mark.current || !hasNextPage) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void latest.current();
      },
      { rootMargin: '300px' },
    );
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [hasNextPage]);
  if (!hasNextPage) return null;
  return (
    <Center ref={mark} py="md">
      <Button variant="default" loading={isBusy} onClick={() => void next()}>
        {words.more}
      </Button>
    </Center>
  );
}
