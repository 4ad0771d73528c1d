// From the root of the answer to what a plan's path points at: `@` stands for every element of a list.
import type { FlattenNode } from '@apollo/query-planner';
import { type Fetched, isObject } from './run.js';

export type PlanPath = FlattenNode['path'];
export type AnswerPath = readonly (string | number)[];

/** The objects that a path leads to, in order, without nulls; and where each is held. */
export interface Found {
  readonly objects: Fetched[];
  readonly holders: (Fetched | unknown[])[];
  readonly keys: (string | number)[];
}

/** Compiles a path to a walk from the root; an empty one leads nowhere. */
export function reach(path: PlanPath): (root: Fetched) => Found {
  const walk = path.length === 0 ? () => {} : stepFrom(path, 0);
  return (root) => {
    const found: Found = { objects: [], holders: [], keys: [] };
    walk(root, found);
    return found;
  };
}

type Walk = (value: unknown, found: Found) => void;

function stepFrom(path: PlanPath, at: number): Walk {
  const isLast = at === path.length - 1;
  const next = isLast ? null : stepFrom(path, at + 1);
  const key = path[at] as string;
  if (key === '@') {
    return (value, found) => {
      if (!Array.isArray(value)) return;
      if (!next) gatherAll(value, found);
      else for (const element of value) next(element, found);
    };
  }
  const isInherited = key in Object.prototype;
  return (value, found) => {
    if (!isObject(value) || (isInherited && !Object.hasOwn(value, key))) return;
    if (next) next(value[key], found);
    else gather(value, key, found);
  };
}

function gather(holder: Fetched | unknown[], key: string | number, found: Found): void {
  const value = (holder as Fetched)[key];
  if (Array.isArray(value)) gatherAll(value, found);
  else if (isObject(value)) {
    found.objects.push(value);
    found.holders.push(holder);
    found.keys.push(key);
  }
}

function gatherAll(list: unknown[], found: Found): void {
  for (let at = 0; at < list.length; at += 1) gather(list, at, found);
}

/** The same walk, for errors: each place, and the object that stands there. */
export function placesOf(path: PlanPath, root: Fetched): { place: AnswerPath; object: Fetched }[] {
  const places: { place: AnswerPath; object: Fetched }[] = [];
  const walk = (value: unknown, at: number, place: AnswerPath): void => {
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      for (const [index, element] of value.entries()) walk(element, next, [...place, index]);
    } else if (isObject(value)) {
      const key = path[at];
      if (key === undefined) places.push({ place, object: value });
      else if (typeof key === 'string' && Object.hasOwn(value, key)) walk(value[key], at + 1, [...place, key]);
    }
  };
  walk(root, 0, []);
  return places;
}
