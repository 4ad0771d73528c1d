// Planning ahead costs readiness a second at most, lets others in between, and stops when nobody wants its plans any more.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { buildSchema } from 'graphql';
import { afterEach, expect, it } from 'vitest';
import { mosaicLimits } from '../../src/document/limits.js';
import { documentReader } from '../../src/document/parse-bounded.js';
import type { Graph } from '../../src/graph/graph.js';
import { Occupants } from '../../src/graph/occupants.js';
import { planAhead } from '../../src/graph/plan-ahead.js';
import { eventually } from '../lab/eventually.js';

const MS_OF_A_PLAN = 20;
const many = Array.from({ length: 100 }, (_, at) => ({ query: `query Number${at} { at }` }));

let scope = new Scope();
afterEach(async () => {
  await scope.close();
  scope = new Scope();
});

/** A graph whose planner keeps the thread for as long as a large plan does. */
function slowGraph() {
  const planned: (string | undefined)[] = [];
  const warm = ({ operationName }: { operationName?: string }) => {
    const until = performance.now() + MS_OF_A_PLAN;
    while (performance.now() < until);
    planned.push(operationName);
  };
  const executor = { schema: buildSchema('type Query { at: Int }'), warm };
  const graph = { executor, readDocument: documentReader(mosaicLimits), occupants: new Occupants() };
  return { planned, graph: graph as unknown as Graph };
}

function start(operations: readonly { query: string }[]) {
  const { planned, graph } = slowGraph();
  const served = { now: graph };
  const lines: Record<string, unknown>[] = [];
  const log = createLogger('router', 'DEBUG', { write: (line) => void lines.push(JSON.parse(line)) });
  return { planned, served, lines, occupants: graph.occupants, ready: planAhead(scope, served, operations, log) };
}

it('is ready when a few are planned', async () => {
  const { planned, lines, ready } = start(many.slice(0, 3));
  await ready;
  expect(planned).toEqual(['Number0', 'Number1', 'Number2']);
  expect(lines).toEqual([expect.objectContaining({ msg: 'plans were made ahead', warmed: 3, refused: 0 })]);
});

it('is ready after a second when there are many, and plans the others beside what else is to do', async () => {
  const began = performance.now();
  const { planned, lines, ready } = start(many);
  await ready;
  const readyAfter = performance.now() - began;
  const plannedBefore = planned.length;
  expect(readyAfter).toBeGreaterThanOrEqual(990);
  expect(plannedBefore).toBeLessThanOrEqual(Math.ceil(readyAfter / MS_OF_A_PLAN));
  expect(lines).toEqual([]);
  // Two turns of the event loop are two plans, not all that are left.
  await nextTurn();
  await nextTurn();
  expect(planned.length - plannedBefore).toBeLessThanOrEqual(3);
  await eventually(() => expect(lines).toEqual([expect.objectContaining({ warmed: 100, refused: 0 })]));
  expect(planned).toEqual(many.map((_, at) => `Number${at}`));
});

it('gives way to requests, but not for ever', async () => {
  const { planned, lines, occupants, ready } = start(many);
  const leave = occupants.enter();
  await ready;
  const before = planned.length;
  for (let turn = 0; turn < 10; turn++) await nextTurn();
  expect(planned.length - before).toBeLessThanOrEqual(1);
  await eventually(() => expect(planned.length - before).toBeGreaterThan(3));
  expect(lines).toEqual([]);
  leave();
  await eventually(() => expect(lines).toEqual([expect.objectContaining({ warmed: 100 })]));
});

it.each([
  ['the router stops', (_: { now: Graph }) => scope.close()],
  ['another graph is served', async (served: { now: Graph }) => void Object.assign(served, { now: slowGraph().graph })],
])('stops when %s', async (_, end) => {
  const { planned, served, lines, ready } = start(many);
  await ready;
  await end(served);
  await eventually(() => expect(lines).toEqual([expect.objectContaining({ msg: 'plans were made ahead' })]));
  expect(lines[0]?.['warmed']).toBe(planned.length);
  expect(planned.length).toBeLessThan(many.length);
});
