// What `@skip` and `@include` say about the variables where a selection counts: the planner leaves out what they always
// leave out, like `@include(if: $a) @skip(if: $a)`.
import { type DocumentNode, Kind, type SelectionNode, visit } from 'graphql';

export type Known = ReadonlyMap<string, boolean>;

/** One of these is so. */
export type AnyOf = readonly Known[];

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

/** More of them are not thought through: the others count as not so. */
const MOST_ALTERNATIVES = 32;

/** What is so when both are. */
export function both(one: AnyOf, other: AnyOf): AnyOf {
  if (one.length === 1 && one[0]?.size === 0) return other;
  if (other.length === 1 && other[0]?.size === 0) return one;
  return least(one.flatMap((known) => other.flatMap((more) => together(known, more) ?? [])));
}

/** Without what follows from the rest. */
export function least(these: AnyOf): AnyOf {
  const kept = these.filter((known, nth) => !these.some((more, at) => at !== nth && follows(known, more, at < nth)));
  return kept.slice(0, MOST_ALTERNATIVES);
}

/** Whether `more` says no more than `known`; of two that say the same the first is kept. */
const follows = (known: Known, more: Known, isFirst: boolean): boolean =>
  (more.size < known.size || isFirst) && [...more].every(([name, value]) => known.get(name) === value);

/** Of alternatives about more variables than these it is not found out whether they always hold. */
const MOST_VARIABLES = 8;

/** Whether, as far as is known, one of these holds whatever the other variables are. */
export function covers(known: Known, these: AnyOf, left = MOST_VARIABLES): boolean {
  const possible = these.filter((one) => together(known, one) !== null);
  const open = possible.map((one) => [...one.keys()].find((name) => !known.has(name)));
  if (open.includes(undefined)) return true;
  const [variable] = open;
  if (variable === undefined || left === 0) return false;
  return [true, false].every((value) => covers(new Map(known).set(variable, value), possible, left - 1));
}
