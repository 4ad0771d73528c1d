// What a fetch requires of an entity, selected from what is known of it.
import type { QueryPlanSelectionNode } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { merge } from './merge.js';
import { type Fetched, isObject } from './run.js';

/** The fields required of an entity of this type when none has fields of its own; null when it is not as simple. */
export function plainFields(
  schema: GraphQLSchema,
  requires: readonly QueryPlanSelectionNode[],
  type: unknown,
): string[] | null {
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

/** Null when a field is missing: the stock gateway's executeSelectionSet, which also looks into lists of lists. */
export function selectFor(
  schema: GraphQLSchema,
  source: Fetched,
  selections: readonly QueryPlanSelectionNode[],
): Fetched | null {
  const shown: Fetched = {};
  for (const selection of selections) {
    if (selection.kind === 'InlineFragment') {
      const { typeCondition, selections: inner } = selection;
      if (!typeCondition || !isOfType(schema, source['__typename'], typeCondition)) continue;
      merge(shown, selectFor(schema, source, inner) ?? {});
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
  return isObject(value) ? selectFor(schema, value, selections) : null;
}

function isOfType(schema: GraphQLSchema, name: unknown, condition: string): boolean {
  if (name === condition) return true;
  const type = typeof name === 'string' ? schema.getType(name) : undefined;
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}
