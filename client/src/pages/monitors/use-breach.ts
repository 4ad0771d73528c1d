// How an alert is said in one line: "75 bpm, above 68 bpm".
import type { Comparison } from '@/graph/generated/graphql';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { alertWords } from './alert-words';

interface Breach {
  readonly value: number;
  readonly threshold: number;
  readonly rule: { readonly comparison: Comparison } | null;
  readonly monitor: { readonly unit: string } | null;
}

export function useBreach(): (alert: Breach) => string {
  const words = useWords(alertWords);
  const formats = useFormats();
  return ({ value, threshold, rule, monitor }) => {
    const inUnit = (number: number) => `${formats.number(number)} ${monitor?.unit ?? ''}`.trim();
    const limit = inUnit(threshold);
    return words.breach(inUnit(value), rule ? words.rules[rule.comparison](limit) : words.beyond(limit));
  };
}
