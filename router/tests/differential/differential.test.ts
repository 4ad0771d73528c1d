// Our executor against Apollo's: generated operations over simulated subgraphs that answer oddly and fail, on Mosaic's
// supergraph and on the small ones. Equal data, errors, paths and codes. DIFFERENTIAL_CASES=20000 tries more;
// DIFFERENTIAL_SEED=<number> tries the same again.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openWorld } from './compare/world.js';
import { Choices } from './generate/choices.js';
import { writeOperation } from './generate/write-operation.js';
import { composeGraph } from './graphs/compose-graph.js';
import { smallGraphs } from './graphs/small-graphs.js';

const cases = Number(process.env['DIFFERENTIAL_CASES'] ?? 2_000);
const seed = Number(process.env['DIFFERENTIAL_SEED'] ?? Math.trunc(Math.random() * 0x7fffffff));
process.stderr.write(`differential: ${cases} cases, DIFFERENTIAL_SEED=${seed}\n`);

/** Each operation is executed over so many worlds of answers. */
const ANSWERS = 4;
const mosaic = new URL('../../../schema/supergraph.graphql', import.meta.url);
const graphs = [
  ...smallGraphs.map((graph) => ({ name: graph.name, sdl: () => composeGraph(graph) })),
  { name: 'Mosaic', sdl: () => readFileSync(mosaic, 'utf8') },
];
const operations = Math.ceil(cases / ANSWERS / graphs.length);
const choices = fc.array(fc.nat({ max: 0xffff }), { maxLength: 250, size: 'max' });

describe('our executor answers as stock does', () => {
  it.each(graphs)('on $name', { timeout: cases * 60 }, async ({ sdl }) => {
    const world = openWorld(sdl());
    await fc.assert(
      fc.asyncProperty(choices, fc.nat(), async (numbers, first) => {
        const written = writeOperation(world.schema, new Choices(numbers));
        const operation = world.operationOf(written);
        for (let i = 0; i < ANSWERS; i += 1) {
          const found = await world.compare(operation, first + i);
          expect(
            found,
            `seed ${first + i}\n${JSON.stringify(written.variables)}\n${written.query}\n${found.join('\n')}`,
          ).toEqual([]);
        }
      }),
      { numRuns: operations, seed },
    );
  });
});
