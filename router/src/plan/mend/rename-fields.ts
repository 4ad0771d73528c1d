// A client's field whose response key the plan reads for itself (a key, or what `@requires` names) gets a key of its own
// while the plan runs: without it `{ upc: name }` would overwrite the `upc` by which other subgraphs find the entity.
import { type DocumentNode, type FieldNode, GraphQLError, Kind, visit } from 'graphql';
import { BY_TYPE } from './keep-types-apart.js';
import { STAND_IN } from './stand-ins.js';

const RENAMED = '_c_';

export interface Renamed {
  readonly document: DocumentNode;
  /** The key under which the value of a field of the client's own document stands. */
  readonly renamed: ReadonlyMap<FieldNode, string>;
}

export function renameFields(document: DocumentNode, readNames: ReadonlySet<string>): Renamed {
  const renamed = new Map<FieldNode, string>();
  const result = visit(document, {
    Field: {
      enter(node) {
        const { name, alias, arguments: given } = node;
        const key = (alias ?? name).value;
        const isBare = key === name.value && !given?.length;
        if (isBare || !readNames.has(key)) return undefined;
        renamed.set(node, RENAMED + key);
        return { ...node, alias: { kind: Kind.NAME, value: RENAMED + key } };
      },
    },
  });
  return { document: result, renamed };
}

/** An alias of the client's that looks like one of ours; null when there is none. */
export function refuseOurNames(document: DocumentNode): GraphQLError | null {
  let refused: GraphQLError | null = null;
  visit(document, {
    Field({ alias }) {
      if (alias && restoreName(alias.value) !== alias.value) {
        refused ??= new GraphQLError(`The alias "${alias.value}" cannot be used in this operation: choose another.`, {
          extensions: { code: 'PLAN_IMPOSSIBLE' },
        });
      }
    },
  });
  return refused;
}

/** The response key for a key of the merged data. */
export function restoreName(key: string): string {
  return key.startsWith(RENAMED) ? key.slice(RENAMED.length) : key.replace(STAND_IN, '').replace(BY_TYPE, '');
}

/** A shaped answer with the client's keys; the same value when it has no others. */
export function restoreNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(restoreNames);
  if (typeof value !== 'object' || value === null) return value;
  const restored: Record<string, unknown> = Object.create(null);
  for (const [key, inner] of Object.entries(value)) restored[restoreName(key)] = restoreNames(inner);
  return restored;
}
