// From the root of the answer to what a plan's path points at: `@` stands for every element of a list.
import type { FlattenNode } from '@apollo/query-planner';
import { type Fetched, isObject } from './run.js';

export type PlanPath = FlattenNode['path'];
export type AnswerPath = readonly (string | number)[];

/** Compiles a path to a walk that gathers the objects it leads to, in order, without nulls. */
export function reach(path: PlanPath): (root: Fetched) => Fetched[] {
  const walk = stepFrom(path, 0);
  return (root) => {
    const found: Fetched[] = [];
    walk(root, found);
    return found;
  };
}

type Walk = (value: unknown, found: Fetched[]) => void;

function stepFrom(path: PlanPath, at: number): Walk {
  if (at === path.length) return gather;
  const next = stepFrom(path, at + 1);
  const key = path[at] as string;
  if (key === '@') {
    return (value, found) => {
      if (!Array.isArray(value)) return;
      for (const element of value) next(element, found);
    };
  }
  const isInherited = key in Object.prototype;
  return (value, found) => {
    if (!isObject(value) || (isInherited && !Object.hasOwn(value, key))) return;
    next(value[key], found);
  };
}

const gather: Walk = (value, found) => {
  if (Array.isArray(value)) for (const element of value) gather(element, found);
  else if (isObject(value)) found.push(value);
};

/** Where each of those objects stands in the answer, in the same order. Walked only when there is an error to place. */
export function placesOf(path: PlanPath, root: Fetched): AnswerPath[] {
  const places: AnswerPath[] = [];
  const walk = (value: unknown, at: number, place: AnswerPath): void => {
    if (Array.isArray(value)) {
      const next = path[at] === '@' ? at + 1 : at;
      for (const [index, element] of value.entries()) walk(element, next, [...place, index]);
    } else if (isObject(value)) {
      const key = path[at];
      if (key === undefined) places.push(place);
      else if (typeof key === 'string' && Object.hasOwn(value, key)) walk(value[key], at + 1, [...place, key]);
    }
  };
  walk(root, 0, []);
  return places;
}
