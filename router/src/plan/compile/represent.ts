// How an entity is shown to the subgraph that is asked about it: its key and what `@requires` names, as JSON text.
import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';
import { narrow } from '../../bounds/byte-text.js';
import { quoted } from '../../bounds/quoted.js';
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
  const byType = new Map<unknown, Plain | null>();
  const plainFor = (type: unknown): Plain | null => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const names = inputRewrites ? null : plainFields(schema, requires, type);
    const plain = names && plainOf(names, type);
    // A subgraph may answer any word as a type name: only those of the schema are worth remembering.
    if (typeof type === 'string' && schema.getType(type)) byType.set(type, plain);
    return plain;
  };
  const inGeneral = (entity: Fetched): string | null => showAnything(schema, entity, requires, inputRewrites);

  return () => {
    const slots = new Map<string, number>();
    /** By type, then by the only field that tells entities of it apart: no text is written for one that is known. */
    const byKey = new Map<unknown, Map<unknown, number>>();
    // Most lists are of one type: that of the entity before.
    let type: unknown;
    let plain: Plain | null = null;
    let slotsOfType = new Map<unknown, number>();
    const turnTo = (next: unknown): void => {
      type = next;
      plain = plainFor(next);
      slotsOfType = byKey.get(next) ?? new Map();
      byKey.set(next, slotsOfType);
    };
    const list = {
      isWhole: (entity: Fetched) => isWhole(entity),
      count: 0,
      text: '',
      slotOf(entity: Fetched): number {
        if (entity['__typename'] !== type) turnTo(entity['__typename']);
        if (plain === null) return slotFor(inGeneral(entity));
        const key = plain.key === null ? null : entity[plain.key];
        if (typeof key !== 'string') return slotFor(showPlain(entity, plain));
        const known = slotsOfType.get(key);
        if (known !== undefined) return known;
        const slot = add(showPlain(entity, plain) as string);
        slotsOfType.set(key, slot);
        return slot;
      },
    };
    const isWhole = (entity: Fetched): boolean => {
      let left = plainFor(entity['__typename'])?.size ?? 0;
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

/** What is shown of the entities of one type, when that is nothing but fields. */
interface Plain {
  readonly fields: readonly {
    readonly name: string;
    /** What stands before its value: the name, and the type's name where it comes first. */
    readonly before: string;
    readonly isInherited: boolean;
  }[];
  readonly after: string;
  /** The only field beside the type's name. */
  readonly key: string | null;
  /** How many fields, the type's name included. */
  readonly size: number;
}

function plainOf(names: readonly string[], type: unknown): Plain {
  let text = '{';
  const fields = names.flatMap((name) => {
    const before = `${text}"${name}":`;
    text = name === '__typename' ? `${before}${JSON.stringify(type)},` : ',';
    return name === '__typename' ? [] : [{ name, before: narrow(before), isInherited: name in Object.prototype }];
  });
  const after = narrow(`${text.replace(/,$/, '')}}`);
  return { fields, after, key: names.length === 2 ? (fields[0]?.name ?? null) : null, size: names.length };
}

function showPlain(entity: Fetched, { fields, after }: Plain): string | null {
  let text = '';
  for (const { name, before, isInherited } of fields) {
    const value = entity[name];
    if (value === undefined || (isInherited && !Object.hasOwn(entity, name))) return null;
    text += before + (typeof value === 'string' ? quoted(value) : JSON.stringify(value));
  }
  return text + after;
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
