// A fetch of root fields.
import type { FetchNode } from '@apollo/query-planner';
import { applyRewrites } from '../mend/apply-rewrites.js';
import { blame, placeOf } from './blame.js';
import type { PlanParts } from './compile-plan.js';
import { merge } from './merge.js';
import { type PlanPath, reach } from './reach.js';
import { requestWriter } from './request-text.js';
import type { Fetched, Run, Step } from './run.js';

/** `path` is empty but where an @interfaceObject makes the planner start again from inside the answer. */
export function askForRoots(node: FetchNode, parts: PlanParts, path: PlanPath): Step {
  const { serviceName, operationKind, outputRewrites } = node;
  const subgraph = parts.subgraphOf(serviceName);
  const kind = operationKind === 'mutation' ? 'mutation' : 'query';
  const write = requestWriter(node);
  const find = reach(path);
  return async (run) => {
    const targets = path.length === 0 ? [run.root] : find(run.root).objects;
    if (targets.length === 0) return;
    const { data, errors = [] } = await subgraph.ask(write(run), kind, run.call);
    for (const error of errors) {
      run.errors.push(blame(serviceName, error, placeOf(path, error.path)));
    }
    if (!data) return;
    if (outputRewrites) applyRewrites(parts.supergraphSchema, outputRewrites, data);
    if (path.length === 0) seed(run, data);
    else for (const target of targets) merge(target, data);
  };
}

/** The first answer is the root that the next ones are merged into. */
export function seed(run: Run, data: Fetched): void {
  if (Object.keys(run.root).length > 0) merge(run.root, data);
  else run.root = data;
}
