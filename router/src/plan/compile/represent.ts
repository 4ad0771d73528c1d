// How an entity is shown to the subgraph that is asked about it: its key and what `@requires` names, as JSON text.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { applyRewrites } from '../mend/apply-rewrites.js';
import { plainFields, selectFor } from './required-fields.js';
import type { Fetched } from './run.js';

/** The representations of one fetch: each distinct one once, in the order of their first entity. */
export interface Representations {
  /** Which of them stands for the entity; -1 when it is not asked about, or lacks a field that could not be fetched. */
  slotOf(entity: Fetched): number;
  /** Whether its representation says all that is known of an entity. */
  isWhole(entity: Fetched): boolean;
  readonly count: number;
  /** JSON, joined by commas. */
  readonly text: string;
}

/** Compiles what a fetch requires; each call begins a new list. */
export function representer(schema: GraphQLSchema, { requires = [], inputRewrites }: FetchNode): () => Representations {
  const byType = new Map<unknown, readonly string[] | null>();
  const namesFor = (type: unknown): readonly string[] | null => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const names = inputRewrites ? null : plainFields(schema, requires, type);
    // A subgraph may answer any word as a type name: only those of the schema are worth remembering.
    if (typeof type === 'string' && schema.getType(type)) byType.set(type, names);
    return names;
  };
  const inGeneral = (entity: Fetched): string | null => showAnything(schema, entity, requires, inputRewrites);

  return () => {
    const slots = new Map<string, number>();
    /** By type, then by the only field that tells entities of it apart: no text is written for one that is known. */
    const byKey = new Map<unknown, Map<unknown, number>>();
    const list = {
      isWhole: (entity: Fetched) => isWhole(entity),
      count: 0,
      text: '',
      slotOf(entity: Fetched): number {
        const type = entity['__typename'];
        const names = namesFor(type);
        if (names?.length !== 2) return slotFor(names ? showPlain(entity, names) : inGeneral(entity));
        const slotsOfType = byKey.get(type) ?? new Map<unknown, number>();
        byKey.set(type, slotsOfType);
        const key = entity[names[names[0] === '__typename' ? 1 : 0] as string];
        if (typeof key !== 'string') return slotFor(showPlain(entity, names));
        const known = slotsOfType.get(key);
        if (known !== undefined) return known;
        const slot = add(showPlain(entity, names) as string);
        slotsOfType.set(key, slot);
        return slot;
      },
    };
    const isWhole = (entity: Fetched): boolean => {
      let left = namesFor(entity['__typename'])?.length ?? 0;
      for (const _ in entity) left -= 1;
      return left === 0;
    };
    const slotFor = (text: string | null): number => {
      if (text === null) return -1;
      const known = slots.get(text);
      if (known !== undefined) return known;
      const slot = add(text);
      slots.set(text, slot);
      return slot;
    };
    const add = (text: string): number => {
      list.text += list.count === 0 ? text : `,${text}`;
      return list.count++;
    };
    return list;
  };
}

function showPlain(entity: Fetched, names: readonly string[]): string | null {
  let text = '';
  for (const name of names) {
    const value = entity[name];
    if (value === undefined || (name in Object.prototype && !Object.hasOwn(entity, name))) return null;
    text += `${text === '' ? '{' : ','}"${name}":${JSON.stringify(value)}`;
  }
  return `${text}}`;
}

function showAnything(
  schema: GraphQLSchema,
  entity: Fetched,
  requires: readonly QueryPlanSelectionNode[],
  rewrites: FetchNode['inputRewrites'],
): string | null {
  const shown = selectFor(schema, entity, requires);
  if (!shown?.['__typename']) return null;
  applyRewrites(schema, rewrites, shown);
  return JSON.stringify(shown);
}
