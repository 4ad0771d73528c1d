// Says what was refused where there is no form to say it.
import { useEffect } from 'react';
import type { Refusal } from '@/graph/session';
import { useRefusalText } from '@/words/refusals';

export function useRefusedAloud(refusals: readonly Refusal[], say: (text: string) => void): void {
  const textOf = useRefusalText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once for each answer, not for each render
  useEffect(() => {
    for (const refusal of refusals) say(textOf(refusal));
  }, [refusals]);
}
