// Our executor against Apollo's: generated operations over simulated subgraphs that answer oddly and fail, on Mosaic's
// supergraph and on the small ones. Equal data, errors, paths and codes. DIFFERENTIAL_CASES=20000 tries more;
// DIFFERENTIAL_SEED=<number> tries the same again.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Tally } from './compare/tally.js';
import { openWorld } from './compare/world.js';
import { Choices } from './generate/choices.js';
import { writeOperation } from './generate/write-operation.js';
import { composeGraph } from './graphs/compose-graph.js';
import { smallGraphs } from './graphs/small-graphs.js';

const cases = Number(process.env['DIFFERENTIAL_CASES'] ?? 2_000);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? Math.trunc(Math.random() * 0x7fffffff));
process.stderr.write(`differential: ${cases} cases, DIFFERENTIAL_SEED=${seed}\n`);

/** Milliseconds for each graph; a counterexample is made no smaller after that. */
const patience = Math.max(30_000, 20 * cases);
/** Each operation is executed over so many worlds of answers: to plan it costs more than to run it. */
const ANSWERS = 6;
const mosaic = new URL('../../../schema/supergraph.graphql', import.meta.url);
const graphs = [
  ...smallGraphs.map((graph) => ({ name: graph.name, sdl: () => composeGraph(graph) })),
  { name: 'Mosaic', sdl: () => readFileSync(mosaic, 'utf8') },
].map((graph, nth) => ({ ...graph, nth }));
const operations = (name: string) => Math.ceil(((name === 'Mosaic' ? 4 : 1) * cases) / ANSWERS / (graphs.length + 3));
const tally = new Tally();
const choices = fc.noBias(fc.array(fc.nat({ max: 0xffff }), { minLength: 50, maxLength: 250, size: 'max' }));

/** How often these are met for each operation, at the very least; all are met about twice as often, or more. */
const leastShare = {
  'named fragment': 0.3,
  'inline fragment': 0.4,
  alias: 0.4,
  'skip or include': 0.3,
  'condition by variable': 0.2,
  'variable given': 0.2,
  'variable with a default': 0.2,
  'variable null': 0.02,
  introspection: 0.003,
  'several operations': 0.05,
  mutation: 0.02,
  'mutations in turn': 0.003,
  'entity fetch': 1,
  'entity twice in a list': 0.2,
  error: 0.3,
  'error of an element': 0.04,
  'value completion': 0.1,
  'null bubbled to the root': 0.1,
  'everything well': 0.8,
};

describe('our executor answers as stock does', () => {
  it.each(graphs)('on $name', { timeout: 2 * patience }, async ({ name, sdl, nth }) => {
    const world = openWorld(sdl(), tally);
    await fc.assert(
      fc.asyncProperty(choices, fc.nat(), async (numbers, first) => {
        const written = writeOperation(world.schema, new Choices(numbers));
        const operation = world.operationOf(written);
        if (world.isMended(operation)) return tally.add('mended plan');
        for (let i = 0; i < ANSWERS; i += 1) {
          const found = await world.compare(operation, first + i);
          expect(
            found,
            `seed ${first + i}\n${JSON.stringify(written.variables)}\n${written.query}\n${found.join('\n')}`,
          ).toEqual([]);
        }
      }),
      { numRuns: operations(name), seed: seed + nth, interruptAfterTimeLimit: patience, markInterruptAsFailure: true },
    );
  });
});

it('met what it is there for', () => {
  const mended = tally.count('mended plan');
  expect(mended).toBeLessThan(0.02 * tally.count('operation'));
  expect(tally.count('case') + ANSWERS * mended).toBeGreaterThanOrEqual(cases);
  const rare = Object.entries(leastShare).filter(
    ([what, share]) => tally.count(what) < share * tally.count('operation'),
  );
  expect(rare, tally.text).toEqual([]);
});
