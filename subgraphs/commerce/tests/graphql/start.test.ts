// The subgraph starts on an empty database and answers.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Served, serve } from '../lab/open-graph.js';

let commerce: Served;
beforeAll(async () => {
  commerce = await serve();
});
afterAll(() => commerce.close());

test('what does not exist is null', async () => {
  expect(await commerce.ask('{ product(id: "x") { id } }')).toEqual({ data: { product: null } });
});
