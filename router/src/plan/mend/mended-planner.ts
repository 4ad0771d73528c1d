// A second planner for the operations that the first one gets wrong: it knows stand-in fields and no unresolvable keys.
import { type Schema, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import type { DocumentNode } from 'graphql';
import { fieldsIn, ownFields } from './field-sets.js';
import type { Needs } from './split-fetch.js';
import { nameStandIns, type StandIns, standInFor, withStandIns } from './stand-ins.js';
import type { Rules } from './supergraph-rules.js';

export interface MendedPlanner {
  readonly planner: QueryPlanner;
  readonly apiSchema: Schema;
  readonly standIns: StandIns;
  readonly needs: Needs;
}

export function mendPlanner(supergraphDocument: DocumentNode, rules: Rules): MendedPlanner {
  const standIns = nameStandIns(rules);
  const supergraph = Supergraph.build(withStandIns(supergraphDocument, standIns), { validateSupergraph: false });
  const needs = new Map<string, Set<string>>();
  for (const { service, field, set } of rules.requirements) {
    const key = `${service} ${field}`;
    const named = standInFor(set, standIns, 'field');
    const deeper = fieldsIn(named).filter(({ name }) => standIns.has(name.value));
    const names = [...ownFields(named.selections), ...deeper].map(({ name }) => name.value);
    needs.set(key, new Set([...(needs.get(key) ?? []), ...names]));
  }
  const keyNames = (service: string) =>
    [...(rules.keys.get(service)?.values() ?? [])]
      .flat()
      .flatMap((set) => ownFields(set.selections).map(({ name }) => name.value));
  return {
    planner: new QueryPlanner(supergraph),
    apiSchema: supergraph.apiSchema(),
    standIns,
    needs: {
      of: (service, field) => needs.get(`${service} ${field}`) ?? new Set(),
      keys: (service) => new Set(keyNames(service)),
    },
  };
}
