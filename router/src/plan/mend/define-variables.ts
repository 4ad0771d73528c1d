// The planner forgets variables: of `owner { ...OfAny }`, where a part of the fragment can never apply to an Owner, it sends
// that part's `@include(if: $v)` along and does not define $v. The subgraph refuses such a fetch.
import type { FetchNode, QueryPlan } from '@apollo/query-planner';
import {
  type DocumentNode,
  Kind,
  parse,
  print,
  stripIgnoredCharacters,
  type VariableDefinitionNode,
  visit,
} from 'graphql';
import { mapFetches } from './fetch-document.js';

/** The plan itself when nothing is forgotten. `definitions` are the client's. */
export const defineVariables = (plan: QueryPlan, definitions: readonly VariableDefinitionNode[] = []): QueryPlan =>
  mapFetches(plan, (fetch) => define(fetch, definitions));

function define(fetch: FetchNode, definitions: readonly VariableDefinitionNode[]): FetchNode {
  const { operation, variableUsages = [] } = fetch;
  // Most fetches are not read for this: their text names no other variable.
  const named = new Set([...operation.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''));
  if ([...named].every((name) => name === 'representations' || variableUsages.includes(name))) return fetch;
  const document = parse(operation, { noLocation: true });
  const forgotten = forgottenIn(document);
  if (forgotten.size === 0) return fetch;
  const added = definitions.filter(({ variable }) => forgotten.has(variable.name.value));
  const defined: DocumentNode = {
    ...document,
    definitions: document.definitions.map((node) =>
      node.kind === Kind.OPERATION_DEFINITION
        ? { ...node, variableDefinitions: [...(node.variableDefinitions ?? []), ...added] }
        : node,
    ),
  };
  return {
    ...fetch,
    operation: stripIgnoredCharacters(print(defined)),
    variableUsages: [...variableUsages, ...added.map(({ variable }) => variable.name.value)],
  };
}

function forgottenIn(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  const defined = new Set<string>();
  visit(document, {
    VariableDefinition({ variable }) {
      defined.add(variable.name.value);
      return false;
    },
    Variable: ({ name }) => void used.add(name.value),
  });
  return new Set([...used].filter((name) => !defined.has(name)));
}
