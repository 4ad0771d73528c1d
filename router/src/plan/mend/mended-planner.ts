// A second planner for the operations that the first one gets wrong: it knows stand-in fields and no unresolvable keys.
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { fieldsIn } from './field-sets.js';
import type { NeedsOf } from './split-fetch.js';
import { nameStandIns, type StandIns, standInFor, withStandIns } from './stand-ins.js';
import type { Rules } from './supergraph-rules.js';

export interface MendedPlanner {
  readonly planner: QueryPlanner;
  readonly apiSchema: Schema;
  readonly standIns: StandIns;
  readonly needsOf: NeedsOf;
}

export function mendPlanner(supergraphDocument: DocumentNode, rules: Rules): MendedPlanner {
  const standIns = nameStandIns(rules);
  const supergraph = Supergraph.build(withStandIns(supergraphDocument, standIns), { validateSupergraph: false });
  const needs = new Map<string, Set<string>>();
  for (const { service, field, set } of rules.requirements) {
    const key = `${service} ${field}`;
    const known = needs.get(key) ?? new Set<string>();
    for (const { name } of fieldsIn(standInFor(set, standIns, 'field')))
      if (standIns.has(name.value)) known.add(name.value);
    needs.set(key, known);
  }
  return {
    planner: new QueryPlanner(supergraph),
    apiSchema: supergraph.apiSchema(),
    standIns,
    needsOf: (service, field) => needs.get(`${service} ${field}`) ?? new Set(),
  };
}
