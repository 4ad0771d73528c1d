// What a plan rewrites in representations and answers: a key renamed, or a value set. The gateway's own function leaves a
// key as it is when its value is 0, "", false or null, so that the value is lost; this one moves every value.
import type { FetchDataRewrite } from '@apollo/query-planner';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { merge } from '../compile/merge.js';

type Fetched = Record<string, unknown>;

const ON = '... on ';

/** Writes into `value`. `schema` is the supergraph's, with what clients may not see. */
export function applyRewrites(
  schema: GraphQLSchema,
  rewrites: readonly FetchDataRewrite[] | undefined,
  value: unknown,
): void {
  for (const rewrite of rewrites ?? []) {
    const key = rewrite.path.at(-1);
    if (key === undefined) continue;
    atPath(schema, rewrite.path.slice(0, -1), value, (found) => {
      if (rewrite.kind === 'ValueSetter') put(found, key, rewrite.setValueTo);
      else if (Object.hasOwn(found, key) && found[key] !== undefined) {
        join(found, rewrite.renameKeyTo, found[key]);
        // Not deleted: that would make the object a slow one. It is neither written as JSON nor merged.
        found[key] = undefined;
      }
    });
  }
}

function atPath(schema: GraphQLSchema, path: readonly string[], value: unknown, write: (found: Fetched) => void): void {
  if (Array.isArray(value)) {
    for (const element of value) atPath(schema, path, element, write);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const found = value as Fetched;
  const [step, ...rest] = path;
  if (step === undefined) write(found);
  else if (!step.startsWith(ON)) atPath(schema, rest, Object.hasOwn(found, step) ? found[step] : undefined, write);
  else if (isOfType(schema, found['__typename'], step.slice(ON.length))) atPath(schema, rest, found, write);
}

/** An object without a type name is taken to be of any type. */
function isOfType(schema: GraphQLSchema, name: unknown, condition: string): boolean {
  if (!name || name === condition) return true;
  const type = schema.getType(String(name));
  const wanted = schema.getType(condition);
  return isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type);
}

/** Two fields may end up under one key: their objects are joined. Null is the error of the one or of the other, and stays. */
function join(found: Fetched, key: string, value: unknown): void {
  const there = Object.hasOwn(found, key) ? found[key] : undefined;
  if (there === null) return;
  const joined = { value: there };
  merge(joined, { value });
  put(found, key, joined.value);
}

/** Also a key named `__proto__` becomes the object's own. */
const put = (target: Fetched, key: string, value: unknown): void =>
  void Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
