// What `@skip` and `@include` say about the variables where a selection counts: the planner leaves out what they always
// leave out, like `@include(if: $a) @skip(if: $a)`.
import { Kind, type SelectionNode } from 'graphql';

export type Known = ReadonlyMap<string, boolean>;

export const NOTHING: Known = new Map();

/** What is known where the selection counts; null when it never does. */
export function learn(known: Known, { directives = [] }: SelectionNode): Known | null {
  let learned = known;
  for (const { name, arguments: given } of directives) {
    if (name.value !== 'skip' && name.value !== 'include') continue;
    const wanted = name.value === 'include';
    const value = given?.[0]?.value;
    if (value?.kind === Kind.BOOLEAN && value.value !== wanted) return null;
    if (value?.kind !== Kind.VARIABLE) continue;
    const variable = value.name.value;
    if (learned.get(variable) === !wanted) return null;
    learned = new Map(learned).set(variable, wanted);
  }
  return learned;
}
