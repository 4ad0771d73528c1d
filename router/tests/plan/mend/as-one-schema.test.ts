// Whatever the planner makes of an operation, the answer is the one that a single schema with all the data would give, as
// graphql-js executes it: generated operations on supergraphs where the planner is often wrong. ONE_SCHEMA_SEED tries others.
import fc from 'fast-check';
import { type GraphQLError, graphql, OperationTypeNode, parse } from 'graphql';
import { expect, it } from 'vitest';
import { readFederation } from '../../../src/plan/federation.js';
import { Choices } from '../../differential/generate/choices.js';
import { writeOperation } from '../../differential/generate/write-operation.js';
import { openGarage, wholeGarage } from './lab/garage.js';
import type { GraphLab } from './lab/graph-lab.js';
import { openShop, wholeShop } from './lab/shop.js';

const seed = Number(process.env['ONE_SCHEMA_SEED'] ?? 1);
const numRuns = Number(process.env['ONE_SCHEMA_CASES'] ?? 300);
const choices = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 50, maxLength: 250, size: 'max' }));

it.each([
  ['garage', openGarage(), wholeGarage, { mended: 0.1, wrong: 0.02 }],
  ['shop', openShop(), wholeShop, { mended: 0.1, wrong: 0.02 }],
] satisfies [string, GraphLab, unknown, unknown][])(
  '%s',
  { timeout: 120_000 + 50 * numRuns },
  async (_, lab, rootValue, least) => {
    const { schema } = readFederation(lab.sdl);
    const counted = { asked: 0, mended: 0, wrong: 0 };
    for (const numbers of fc.sample(choices, { numRuns, seed })) {
      const { query, operationName, variables } = writeOperation(schema, new Choices(numbers));
      const [definition] = parse(query).definitions;
      const isQuery = definition?.kind === 'OperationDefinition' && definition.operation === OperationTypeNode.QUERY;
      if (!isQuery || operationName !== undefined || query.includes('__schema') || query.includes('__type(')) continue;
      const whole = plain(await graphql({ schema, source: query, rootValue, variableValues: variables }));
      expect(await lab.ours(query, variables), `${query}\n${JSON.stringify(variables)}`).toEqual(whole);
      const found = lab.planned(query);
      counted.asked += 1;
      counted.mended += (found as Exclude<typeof found, GraphQLError>).mended === null ? 0 : 1;
      counted.wrong += JSON.stringify(await lab.stock(query, variables)) === JSON.stringify(whole) ? 0 : 1;
    }
    expect(counted.mended).toBeGreaterThan(least.mended * counted.asked);
    expect(counted.wrong).toBeGreaterThan(least.wrong * counted.asked);
  },
);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
