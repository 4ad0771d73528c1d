// What `@skip` and `@include` say about the variables where a selection counts: the planner leaves out what they always
// leave out, like `@include(if: $a) @skip(if: $a)`.
import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

export type Known = ReadonlyMap<string, boolean>;

export const NOTHING: Known = new Map();

export function hasConditions(document: DocumentNode): boolean {
  let has = false;
  visit(document, {
    Directive({ name }) {
      has ||= name.value === 'skip' || name.value === 'include';
    },
  });
  return has;
}

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

/** Null when the one contradicts the other. */
export function together(one: Known, other: Known): Known | null {
  if ([...other].some(([name, value]) => (one.get(name) ?? value) !== value)) return null;
  return new Map([...one, ...other]);
}

/** Whether, as far as is known, one of these holds whatever the other variables are. */
export function covers(known: Known, these: readonly Known[]): boolean {
  const possible = these.filter((one) => together(known, one) !== null);
  const open = possible.map((one) => [...one.keys()].find((name) => !known.has(name)));
  if (open.includes(undefined)) return true;
  const [variable] = open;
  if (variable === undefined) return false;
  return [true, false].every((value) => covers(new Map(known).set(variable, value), possible));
}
