// How an entity is shown to the subgraph that is asked about it: its key and what `@requires` names, as JSON text.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { merge } from './merge.js';
import { rewrite } from './rewrite.js';
import { type Fetched, isObject } from './run.js';

/** Null when the entity is not of a type that is asked about, or lacks a field because that could not be fetched. */
export type Represent = (entity: Fetched) => string | null;

export function representer(schema: GraphQLSchema, { requires = [], inputRewrites }: FetchNode): Represent {
  const inGeneral: Represent = (entity) => {
    const shown = select(schema, entity, requires);
    if (!shown?.['__typename']) return null;
    rewrite(schema, inputRewrites, shown);
    return JSON.stringify(shown);
  };
  if (inputRewrites) return inGeneral;
  const byType = new Map<unknown, Represent>();
  return (entity) => {
    const type = entity['__typename'];
    let represent = byType.get(type);
    if (!represent) {
      const names = plainFields(schema, requires, type);
      represent = names ? plainWriter(names) : inGeneral;
      // A subgraph may answer any word as a type name: only those of the schema are worth remembering.
      if (schema.getType(String(type))) byType.set(type, represent);
    }
    return represent(entity);
  };
}

/** The fields to show of an entity of this type when none has fields of its own; null when it is not as simple. */
function plainFields(schema: GraphQLSchema, requires: QueryPlanSelectionNode[], type: unknown): string[] | null {
  const names = new Set<string>();
  let fragments = 0;
  for (const selection of requires) {
    if (selection.kind !== 'InlineFragment') return null;
    if (!selection.typeCondition || !isOfType(schema, type, selection.typeCondition)) continue;
    fragments += 1;
    for (const field of selection.selections) {
      if (field.kind !== 'Field' || field.selections) return null;
      names.add(field.alias ?? field.name);
    }
  }
  // With two fragments, one may lack a field and the other not.
  return fragments === 1 && names.has('__typename') ? [...names] : null;
}

function plainWriter(names: readonly string[]): Represent {
  const fields = names.map((name, at) => ({ name, prefix: `${at ? ',' : '{'}${JSON.stringify(name)}:` }));
  return (entity) => {
    let text = '';
    for (const { name, prefix } of fields) {
      const value = entity[name];
      if (value === undefined || (name in Object.prototype && !Object.hasOwn(entity, name))) return null;
      text += prefix + JSON.stringify(value);
    }
    return `${text}}`;
  };
}

/** The stock gateway's executeSelectionSet, which also looks into lists of lists. */
function select(schema: GraphQLSchema, source: Fetched, selections: readonly QueryPlanSelectionNode[]): Fetched | null {
  const shown: Fetched = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, selections: inner } = selection;
      if (!typeCondition || !isOfType(schema, source['__typename'], typeCondition)) continue;
      merge(shown, select(schema, source, inner) ?? {});
      continue;
    }
    const name = selection.alias ?? selection.name;
    const value = Object.hasOwn(source, name) ? source[name] : undefined;
    // It is non-null and could not be fetched: whoever failed has said so already.
    if (value === undefined) return null;
    const { selections: inner } = selection;
    shown[name] = inner ? selectIn(schema, value, inner) : value;
  }
  return shown;
}

function selectIn(schema: GraphQLSchema, value: unknown, selections: readonly QueryPlanSelectionNode[]): unknown {
  if (Array.isArray(value)) return value.map((element) => selectIn(schema, element, selections));
  return isObject(value) ? select(schema, value, selections) : null;
}

function isOfType(schema: GraphQLSchema, name: unknown, condition: string): boolean {
  if (name === condition) return true;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
