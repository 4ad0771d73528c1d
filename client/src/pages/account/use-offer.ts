// The draft of an offer, in a form.
import { useState } from 'react';
import { ownTimeZone } from '@/words/formats';
import { useLocale } from '@/words/locale';
import { draftOf, emptyDraft, offerOf } from './offer-draft';

export function useOffer(saved: Parameters<typeof draftOf>[0] | null) {
  const mark = useLocale() === 'fr' ? ',' : '.';
  const fresh = (offer: typeof saved) => (offer ? draftOf(offer, mark) : emptyDraft(ownTimeZone()));
  const [draft, setDraft] = useState(() => fresh(saved));
  const [isRateWrong, setRateWrong] = useState(false);
  return {
    draft,
    isRateWrong,
    change: (part: Partial<typeof draft>) => setDraft((known) => ({ ...known, ...part })),
    startOver: (offer: typeof saved) => setDraft(fresh(offer)),
    /** What the graph takes; null, with the field marked, when the price is no amount. */
    read() {
      const offer = offerOf(draft);
      setRateWrong(offer === null);
      return offer;
    },
  };
}
