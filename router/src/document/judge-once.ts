// Walls that depend on nothing but the document: judged at its first visit, remembered for the next ones.
import type { DocumentNode } from 'graphql';
import { filled, type Stage } from '../passage.js';
import type { Refused } from '../respond/refusals.js';

export function judgeOnce(judge: (document: DocumentNode) => Refused | null): Stage['admit'] {
  const judged = new WeakMap<DocumentNode, Refused | null>();
  return (passage) => {
    const document = filled(passage.document, 'document');
    const known = judged.get(document);
    if (known !== undefined) return known;
    const verdict = judge(document);
    judged.set(document, verdict);
    return verdict;
  };
}
