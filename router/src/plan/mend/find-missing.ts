// Which wanted fields no fetch brings. A type that cannot stand at a place needs nothing there.
import type { SelectionNode } from 'graphql';
import { covers, type Known, NOTHING } from './conditions.js';
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
  const brought = places.flatMap((place) => fieldsAt(types, place.selections, place.type, place.known));
  const byKey = new Map<string, FieldAt[]>();
  for (const field of brought) byKey.set(field.key, [...(byKey.get(field.key) ?? []), field]);
  const all = types.possible(type);
  const canStand = new Set(
    [...all].filter((name) => places.some(({ source }) => !source || types.answered(source).has(name))),
  );
  const lacking = (key: string, scope: ReadonlySet<string>, here: Known) =>
    [...scope].find((name) => {
      const bringers = (byKey.get(key) ?? []).filter((field) => field.scope.has(name));
      const known = bringers.flatMap((field) => field.known);
      return canStand.has(name) && !covers(here, known);
    });

  for (const { node, key, scope, parent, known: wantedWhen } of fieldsAt(types, wanted, type, [known])) {
    const [here = NOTHING] = wantedWhen; // of one, directives make one
    // What is asked of some types only can be written when the object's type is known.
    const untold = scope.size < all.size ? lacking('__typename', all, here) : undefined;
    if (untold !== undefined) return `${untold}.__typename`;
    if (node.name.value.startsWith('__')) continue;
    const without = lacking(key, scope, here);
    if (without !== undefined) return `${without}.${node.name.value}`;
    const inner = node.selectionSet?.selections;
    const innerType = types.typeOf(parent, node.name.value);
    if (!inner || innerType === undefined) continue;
    for (const together of broughtTogether(
      byKey.get(key) ?? [],
      [...scope].filter((name) => canStand.has(name)),
    )) {
      const below = together.flatMap((field) => placeOf(types, field, services) ?? []);
      const missing = findMissing(types, services, inner, innerType, below, here);
      if (missing !== null) return missing;
    }
  }
  return null;
}

/** The fields that bring an object: looked at once for all types for which they are the same, and for those only. */
function broughtTogether(fields: readonly FieldAt[], scope: readonly string[]): readonly (readonly FieldAt[])[] {
  const groups = new Map<string, { readonly types: string[]; readonly fields: readonly FieldAt[] }>();
  for (const type of scope) {
    const own = fields.filter((field) => field.scope.has(type));
    const which = own.map((field) => fields.indexOf(field)).join();
    const group = groups.get(which) ?? { types: [], fields: own };
    groups.set(which, group);
    group.types.push(type);
  }
  return [...groups.values()].map((group) => group.fields.map((field) => ({ ...field, scope: new Set(group.types) })));
}
