// Watches Apollo's executor for the case in which it gets the paths of entity errors wrong: it takes the index of a
// representation for the index of an entity, and they differ as soon as one entity has no representation.
import type { FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { AnswerError } from '../simulate/faults.js';

/** A subgraph's answer, parsed. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly AnswerError[];
}

/** An extension of such errors. */
export const WRONG_PATH = 'stock has the wrong path';

/** The executor walks `requires` once for each entity that it would ask for. */
class Counted extends Array<QueryPlanSelectionNode> {
  entities = 0;
  override [Symbol.iterator]() {
    this.entities += 1;
    return super[Symbol.iterator]();
  }
}

interface Watched {
  readonly plan: QueryPlan;
  /** The answer of a fetch, with the errors marked whose paths will be wrong. Each fetch of a plan is sent once. */
  watched(subgraph: string, query: string, variables: Record<string, unknown>, answer: Answer): Answer;
}

export function countEntities(plan: QueryPlan): Watched {
  const counted: { readonly fetch: FetchNode; readonly requires: Counted }[] = [];
  const copyFetch = (fetch: FetchNode): FetchNode => {
    if (!fetch.requires) return fetch;
    const requires = new Counted();
    requires.push(...fetch.requires);
    counted.push({ fetch, requires });
    return { ...fetch, requires };
  };
  const copy = (node: PlanNode): PlanNode => {
    switch (node.kind) {
      case 'Fetch':
        return copyFetch(node);
      case 'Flatten':
        return { ...node, node: copy(node.node) };
      case 'Sequence':
      case 'Parallel':
        return { ...node, nodes: node.nodes.map(copy) };
      case 'Condition':
        return {
          ...node,
          ...(node.ifClause && { ifClause: copy(node.ifClause) }),
          ...(node.elseClause && { elseClause: copy(node.elseClause) }),
        };
      default:
        return node;
    }
  };
  return {
    plan: { ...plan, ...(plan.node && { node: copy(plan.node as PlanNode) }) },
    watched: (subgraph, query, variables, answer) => {
      const { representations } = variables as { representations?: readonly unknown[] };
      if (!representations || !answer.errors) return answer;
      // Two fetches of one text are told apart by their counts alone; when in doubt, the paths are not compared.
      const same = counted.filter(({ fetch }) => fetch.serviceName === subgraph && fetch.operation === query);
      if (same.every(({ requires }) => requires.entities === representations.length)) return answer;
      return { ...answer, errors: answer.errors.map(mark) };
    },
  };
}

const mark = (error: AnswerError): AnswerError =>
  typeof error.path?.[1] === 'number' ? { ...error, extensions: { ...error.extensions, [WRONG_PATH]: true } } : error;
