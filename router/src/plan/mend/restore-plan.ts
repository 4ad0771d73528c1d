// Turns a plan that was made with stand-in fields into one that subgraphs understand: they are asked for
// `_m0_price: price(currency: "USD")`, and shown its value as `price`.
import type { FetchDataRewrite, FetchNode, PlanNode, QueryPlan, QueryPlanSelectionNode } from '@apollo/query-planner';
import { Kind, parse, print, stripIgnoredCharacters, visit } from 'graphql';
import { replaceFetches } from './fetch-document.js';
import { type Needs, splitFetch } from './split-fetch.js';
import type { StandIns } from './stand-ins.js';

/** `splitFetch` says what it has to do with conditions. */
export function restorePlan(plan: QueryPlan, standIns: StandIns, needs: Needs, hasConditions: boolean): QueryPlan {
  const { node } = plan;
  if (!node) return plan;
  const restore = (fetch: FetchNode) => restoreFetch(fetch, standIns);
  const replace = (fetch: FetchNode): PlanNode => {
    const [only, ...others] = splitFetch(fetch, standIns, needs, hasConditions).map(restore);
    return only && others.length === 0 ? only : { kind: 'Parallel', nodes: only ? [only, ...others] : [] };
  };
  if (node.kind !== 'Subscription') return { ...plan, node: replaceFetches(node, replace) };
  const { primary, rest } = node;
  return {
    ...plan,
    node: { ...node, primary: restore(primary), ...(rest && { rest: replaceFetches(rest, replace) }) },
  };
}

function restoreFetch(fetch: FetchNode, standIns: StandIns): FetchNode {
  const renames = inputRenames(fetch.requires ?? [], standIns, []);
  // Before the others: these go by the entity's own type, which one of those may overwrite.
  const inputRewrites = [...renames, ...(fetch.inputRewrites ?? [])];
  return {
    ...fetch,
    ...(fetch.requires && { requires: fetch.requires.filter(showsMore) }),
    operation: restoreText(fetch.operation, standIns),
    ...(inputRewrites.length > 0 && { inputRewrites }),
  };
}

/** The planner shows types without a key where nothing can be asked of them: `... on Lamp { ... on Chair { legs } }`. */
const showsMore = ({ selections = [] }: QueryPlanSelectionNode): boolean =>
  selections.some((node) => node.kind !== 'Field' || node.name !== '__typename');

function restoreText(operation: string, standIns: StandIns): string {
  if (!operation.includes('_m')) return operation;
  const restored = visit(parse(operation, { noLocation: true }), {
    Field: {
      leave(node) {
        const standIn = standIns.get(node.name.value);
        if (!standIn) return undefined;
        return {
          ...node,
          alias: node.alias ?? node.name,
          name: { kind: Kind.NAME, value: standIn.field },
          arguments: standIn.arguments,
        };
      },
    },
  });
  return stripIgnoredCharacters(print(restored));
}

function inputRenames(
  selections: readonly QueryPlanSelectionNode[],
  standIns: StandIns,
  path: readonly string[],
): FetchDataRewrite[] {
  return selections.flatMap((node): FetchDataRewrite[] => {
    if (node.kind === 'InlineFragment') {
      return inputRenames(
        node.selections,
        standIns,
        node.typeCondition ? [...path, `... on ${node.typeCondition}`] : path,
      );
    }
    const own = [...path, node.name];
    const standIn = standIns.get(node.name);
    // What is inside goes first: its path has this field's name as it stands.
    return [
      ...inputRenames(node.selections ?? [], standIns, own),
      ...(standIn ? [{ kind: 'KeyRenamer' as const, path: own, renameKeyTo: standIn.field }] : []),
    ];
  });
}
