// A variable that the planner uses and does not define.
import { operationFromDocument } from '@apollo/federation-internals';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { readFederation } from '../../../src/plan/federation.js';
import { planOperation } from '../../../src/plan/mend/plan-operation.js';
import { composeGraph } from '../../differential/graphs/compose-graph.js';
import { inaccessible } from '../../differential/graphs/roots.js';

const federation = readFederation(composeGraph(inaccessible));
const selection = '{owner{__typename ...on Firm{name}...on Any{...on Job@include(if:$v){id}}}}';

it.each([
  ['$v: Boolean = true', 'query($v:Boolean=true)'],
  ['$v: Boolean!', 'query($v:Boolean!)'],
])('is defined as the client has it, and sent: %s', (definition, defined) => {
  const query = `query (${definition}) { owner { ...OfAny } }
    fragment OfAny on Any { ... on Firm { name } ... on Job @include(if: $v) { id } }`;
  const document = parse(query);
  const stock = federation.planner.buildQueryPlan(operationFromDocument(federation.apiSchema, document));
  expect(stock.node).toMatchObject({ operation: selection, variableUsages: [] });
  expect(planOperation(federation, document, undefined)).toMatchObject({
    plan: { node: { operation: defined + selection, variableUsages: ['v'] } },
    mended: 'its fetches would be refused, or overwrite what they bring',
  });
});
