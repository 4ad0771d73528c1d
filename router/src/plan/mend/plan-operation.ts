// The planner with its known mistakes taken out. Called once per operation, when it is compiled.
//
// How to use it: `const planned = planOperation(federation, document, operationName)`; a GraphQLError is a request error
// (no `data`), nothing was asked. Else run `planned.plan`, whose rewrites `applyRewrites` of this folder must apply, and
// write the answer from the client's document, reading the value of a field in `planned.renamed` under the key given
// there. The slow road shapes by `planned.operation` and then puts its data through `planned.restoreNames`; names in
// error paths go through `planned.restoreName`, as far as `planned.mended`.
import { type Operation, operationFromDocument, operationToDocument } from '@apollo/federation-internals';
import type { QueryPlan } from '@apollo/query-planner';
import { type DocumentNode, type FieldNode, GraphQLError, parse } from 'graphql';
import type { Federation } from '../federation.js';
import { askForTypes } from './ask-for-types.js';
import { type Checked, checkPlan } from './check-plan.js';
import { hasConditions } from './conditions.js';
import { defineVariables } from './define-variables.js';
import { inlined } from './fetch-document.js';
import { keepTypesApart } from './keep-types-apart.js';
import { type MendedPlanner, mendPlanner } from './mended-planner.js';
import { refuseOurNames, renameFields, restoreName, restoreNames } from './rename-fields.js';
import { restorePlan } from './restore-plan.js';
import { readRules } from './supergraph-rules.js';
import { mapTypes } from './type-map.js';

export interface Planned {
  readonly plan: QueryPlan;
  /** The operation that the plan is for: the client's, or the client's with some keys renamed. */
  readonly operation: Operation;
  /** What was wrong with the planner's own plan, for people; null when it was right: nothing needs to be restored then. */
  readonly mended: string | null;
  /** Fields of the client's document whose values stand under another key than their response key. */
  readonly renamed: ReadonlyMap<FieldNode, string>;
  /** The response key, or the field's name, for a key that stands in an error's path. */
  restoreName(key: string): string;
  /** Data shaped by `operation`, under the client's keys. */
  restoreNames(data: unknown): unknown;
}

/** `document` is validated. Throws GraphQLError when it is not what the supergraph knows. */
export function planOperation(
  federation: Federation,
  document: DocumentNode,
  operationName: string | undefined,
): Planned | GraphQLError {
  const options = operationName ? { operationName } : {};
  const operation = operationFromDocument(federation.apiSchema, document, options);
  const law = lawOf(federation);
  const wanted = expanded(operation);
  const own = attempt(() => federation.planner.buildQueryPlan(operation));
  const repaired = (plan: QueryPlan) =>
    keepTypesApart(defineVariables(plan, wanted.variableDefinitions), law.checked.types);
  const plan = own instanceof Error ? own : repaired(own);
  const wrong = plan instanceof Error ? 'the planner finds no way' : checkPlan(law.checked, plan, wanted);
  const isRight = !(plan instanceof Error) && wrong === null;
  if (isRight && plan === own) return planned(plan, operation);

  const refused = refuseOurNames(document);
  if (refused) return refused;
  if (isRight)
    return { ...planned(plan, operation), mended: 'its fetches would be refused, or overwrite what they bring' };
  const { document: changed, renamed } = renameFields(document, law.checked.rules.readNames);
  const again = attempt(() => {
    const { planner, apiSchema, standIns, needs } = law.mended();
    const rough = planner.buildQueryPlan(operationFromDocument(apiSchema, askForTypes(changed), options));
    return {
      plan: repaired(restorePlan(rough, standIns, needs, hasConditions(document))),
      standIns,
    };
  });
  if (again instanceof Error) return impossible(wrong ?? again.message);
  const changedOperation = operationFromDocument(federation.apiSchema, changed, options);
  const stillWrong = checkPlan({ ...law.checked, standIns: again.standIns }, again.plan, expanded(changedOperation));
  if (stillWrong !== null) return impossible(stillWrong);
  return { ...planned(again.plan, changedOperation), mended: wrong, renamed };
}

const planned = (plan: QueryPlan, operation: Operation): Planned => ({
  plan,
  operation,
  mended: null,
  renamed: new Map(),
  restoreName,
  restoreNames,
});

const impossible = (reason: string): GraphQLError =>
  new GraphQLError(`This operation cannot be planned, so nothing was asked: ${reason}.`, {
    extensions: { code: 'PLAN_IMPOSSIBLE' },
  });

const expanded = (operation: Operation) => inlined(operationToDocument(operation.expandAllFragments()));

function attempt<Result>(plan: () => Result): Result | Error {
  try {
    return plan();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

interface Law {
  readonly checked: Checked;
  /** Made when the first operation needs it. */
  mended(): MendedPlanner;
}

const laws = new WeakMap<Federation, Law>();

function lawOf(federation: Federation): Law {
  const known = laws.get(federation);
  if (known) return known;
  const supergraph = parse(federation.sdl, { noLocation: true });
  const rules = readRules(supergraph);
  let mended: MendedPlanner | undefined;
  const law: Law = {
    checked: { federation, rules, types: mapTypes(federation), standIns: new Map() },
    mended: () => {
      mended ??= mendPlanner(supergraph, rules);
      return mended;
    },
  };
  laws.set(federation, law);
  return law;
}
