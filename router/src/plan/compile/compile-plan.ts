// A query plan turned into closures, once per operation.
import type { ConditionNode, PlanNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import type { Subgraph } from '../../fetch/subgraph.js';
import { askForEntities } from './ask-for-entities.js';
import { askForRoots } from './ask-for-roots.js';
import type { PlanPath } from './reach.js';
import type { Run, Step } from './run.js';

export interface PlanParts {
  /** With what clients may not see. */
  readonly supergraphSchema: GraphQLSchema;
  /** Throws when the supergraph has no subgraph of this name. */
  subgraphOf(name: string): Subgraph;
  /** Whether an entity of type `got` may answer for one of type `asked`. */
  mayStandFor(asked: string, got: string): boolean;
  /** What `@skip` and `@include` go by, with the operation's defaults. */
  isTrue(run: Run, variable: string): boolean;
}

/** Throws on a node that no plan of ours has (@defer). */
export function compilePlan(node: PlanNode, parts: PlanParts, path: PlanPath = []): Step {
  switch (node.kind) {
    case 'Sequence':
      return inTurn(node.nodes.map((each) => compilePlan(each, parts, path)));
    case 'Parallel':
      return atOnce(node.nodes.map((each) => compilePlan(each, parts, path)));
    case 'Flatten':
      return compilePlan(node.node, parts, [...path, ...node.path]);
    case 'Condition':
      return either(node, parts, path);
    case 'Fetch':
      return node.requires ? askForEntities(node, parts, path) : askForRoots(node, parts, path);
    default:
      throw new Error(`the plan has a ${node.kind} node`);
  }
}

const inTurn =
  (steps: readonly Step[]): Step =>
  async (run) => {
    for (const step of steps) {
      const pending = step(run);
      if (pending) await pending;
    }
  };

const atOnce =
  (steps: readonly Step[]): Step =>
  async (run) => {
    await Promise.all(steps.map((step) => step(run)));
  };

function either({ condition, ifClause, elseClause }: ConditionNode, parts: PlanParts, path: PlanPath): Step {
  const whenTrue = ifClause && compilePlan(ifClause, parts, path);
  const whenFalse = elseClause && compilePlan(elseClause, parts, path);
  return (run) => (parts.isTrue(run, condition) ? whenTrue : whenFalse)?.(run);
}
