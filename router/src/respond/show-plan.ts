// The plan of an operation in its own answer, for whoever develops against the graph: `extensions.queryPlan`, as text.
import { filled, type Passage, type Stage } from '../passage.js';
import type { Executor } from '../plan/executor.js';

/** Apollo's clients and Sandbox know the second one. */
const ASKS = ['x-mosaic-plan', 'apollo-query-plan-experimental'];

export const showPlan =
  (executor: Executor, showsPlan: boolean): Stage['admit'] =>
  (passage) => {
    if (!showsPlan || passage.answer?.kind !== 'outcome' || !isAsked(passage)) return null;
    const { outcome } = passage.answer;
    if (outcome.data === undefined) return null;
    const queryPlan = executor.explain({
      document: filled(passage.document, 'document'),
      operationName: passage.asked?.operationName,
      variables: passage.asked?.variables ?? {},
    });
    passage.answer = { kind: 'outcome', outcome: { ...outcome, extensions: { ...outcome.extensions, queryPlan } } };
    return null;
  };

const isAsked = ({ http }: Passage): boolean => ASKS.some((name) => Boolean(http?.request.headers[name]));
