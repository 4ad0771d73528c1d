// Which wanted fields no fetch brings. A type that cannot stand at a place needs nothing there.
import type { SelectionNode } from 'graphql';
import { type Known, NOTHING } from './conditions.js';
import { type FieldAt, fieldsAt, type Place, placeOf, type Services } from './places.js';
import type { TypeMap } from './type-map.js';

/** The first of them as `Type.field`; null when everything is there. */
export function findMissing(
  types: TypeMap,
  services: Services,
  wanted: readonly SelectionNode[],
  type: string,
  places: readonly Place[],
  known: Known = NOTHING,
): string | null {
  const brought = places.flatMap((place) => fieldsAt(types, place.selections, place.type));
  const byKey = new Map<string, FieldAt[]>();
  for (const field of brought) byKey.set(field.key, [...(byKey.get(field.key) ?? []), field]);
  const canStand = (name: string) =>
    places.some(({ source }) =>
      !source
        ? true
        : source.service !== undefined && types.answered(source.service, source.parent, source.field).has(name),
    );

  for (const { node, key, scope, parent, known: here } of fieldsAt(types, wanted, type, known)) {
    if (node.name.value.startsWith('__')) continue;
    const bringers = (byKey.get(key) ?? []).filter((field) => [...scope].some((name) => field.scope.has(name)));
    const lacking = [...scope].find((name) => !bringers.some((field) => field.scope.has(name)) && canStand(name));
    if (lacking !== undefined) return `${lacking}.${node.name.value}`;
    const inner = node.selectionSet?.selections;
    const innerType = types.typeOf(parent, node.name.value);
    if (!inner || innerType === undefined) continue;
    const below = bringers.flatMap((field) => placeOf(types, field, services) ?? []);
    const missing = findMissing(types, services, inner, innerType, below, here);
    if (missing !== null) return missing;
  }
  return null;
}
