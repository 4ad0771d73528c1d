// Says what was refused where there is no form to say it. The sentences are loaded with the first refusal: most people
// never meet one.
import { useEffect } from 'react';
import type { Refusal } from '@/graph/session';
import { failed, refused } from '@/ui/toasts';
import { currentLocale } from '@/words/locale';

export function useRefusedAloud(refusals: readonly Refusal[]): void {
  useEffect(() => {
    if (refusals.length === 0) return;
    import('@/words/refusals').then(
      ({ refusalText }) => {
        for (const refusal of refusals) refused(refusalText(refusal, currentLocale()));
      },
      () => failed({ kind: 'offline', code: null, requestId: null }),
    );
  }, [refusals]);
}
