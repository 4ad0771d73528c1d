// Plans that are right stay exactly as the planner made them.
import { readFileSync } from 'node:fs';
import { operationFromDocument } from '@apollo/federation-internals';
import fc from 'fast-check';
import { GraphQLError, parse } from 'graphql';
import { describe, expect, it } from 'vitest';
import { readFederation } from '../../../src/plan/federation.js';
import { planOperation } from '../../../src/plan/mend/plan-operation.js';
import { Choices } from '../../differential/generate/choices.js';
import { writeOperation } from '../../differential/generate/write-operation.js';
import { interfaces } from '../../differential/graphs/abstract.js';
import { composeGraph } from '../../differential/graphs/compose-graph.js';
import { smallGraphs } from '../../differential/graphs/small-graphs.js';
import { appOperations } from './lab/app-operations.js';
import { openShop } from './lab/shop.js';

describe('near misses', () => {
  const { planned, stockPlan, stock, ours } = openShop();
  it.each([
    ['the same arguments', '{ goods { price(currency: "USD") inDollars } }'],
    ['another alias', '{ goods { euros: price(currency: "EUR") inDollars } }'],
    ['nothing is required', '{ goods { price(currency: "EUR") name } }'],
    ['an alias that is a key, where no other subgraph is asked', '{ goods { upc: name } }'],
    ['the required field itself', '{ goods { weight heavy inDollars } }'],
    ['the same requirement twice', '{ goods { a: inDollars b: inDollars } }'],
    ['different objects', '{ a: good(upc: "p1") { inDollars } b: good(upc: "p1") { price(currency: "EUR") } }'],
    ['no field at all', '{ __typename }'],
    ['a field that is never wanted', '{ goods { name price(currency: "EUR") @skip(if: true) } }'],
  ])('%s', async (_, query) => {
    const found = planned(query);
    if (found instanceof GraphQLError) throw found;
    expect(found.mended).toBeNull();
    expect(found.renamed.size).toBe(0);
    expect(found.plan).toEqual(stockPlan(query));
    expect(await ours(query)).toEqual(await stock(query));
  });
});

it('an entity that no object can be is fetched for none: it needs no mending', () => {
  const federation = readFederation(composeGraph(interfaces));
  // No Owner is a Media, but the planner goes on to fetch its name.
  const document = parse(
    '{ node(id: 1) { ... on Media { ...OfNode } } } fragment OfNode on Node { ... on Owner { name } }',
  );
  const found = planOperation(federation, document, undefined);
  if (found instanceof GraphQLError) throw found;
  expect(found.mended).toBeNull();
  expect(found.plan).toEqual(federation.planner.buildQueryPlan(operationFromDocument(federation.apiSchema, document)));
});

it("every operation of the web app, on Mosaic's supergraph", { timeout: 120_000 }, async () => {
  const sdl = readFileSync(new URL('../../../../schema/supergraph.graphql', import.meta.url), 'utf8');
  const federation = readFederation(sdl);
  const operations = await appOperations();
  expect(operations.length).toBeGreaterThan(100);
  for (const document of operations) {
    const found = planOperation(federation, document, undefined);
    if (found instanceof GraphQLError) throw found;
    expect(found.mended).toBeNull();
    expect(found.plan).toEqual(
      federation.planner.buildQueryPlan(operationFromDocument(federation.apiSchema, document)),
    );
  }
});

describe('generated operations are never refused', () => {
  const choices = fc.array(fc.nat({ max: 0xffff }), { maxLength: 200, size: 'max' });
  it.each(smallGraphs.map((graph) => [graph.name, graph] as const))('on %s', { timeout: 60_000 }, (_, graph) => {
    const federation = readFederation(composeGraph(graph));
    for (const numbers of fc.sample(choices, { numRuns: 25, seed: 5 })) {
      const { query, operationName } = writeOperation(federation.schema, new Choices(numbers));
      const found = planOperation(federation, parse(query), operationName);
      expect(found, query).not.toBeInstanceOf(GraphQLError);
    }
  });
});
