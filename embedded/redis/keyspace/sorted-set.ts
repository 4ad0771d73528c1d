/** A sorted set: members with scores, ordered by score and then by bytes. */
import { lowerBound } from './lower-bound.js';

export interface ScoredMember {
  readonly member: string;
  readonly score: number;
}

export interface SortedSet {
  readonly scores: Map<string, number>;
  readonly ordered: ScoredMember[];
}

/** One end of a score range; `(` in a command makes it exclusive. */
export interface ScoreBound {
  readonly score: number;
  readonly exclusive: boolean;
}

function indexOf(zset: SortedSet, target: ScoredMember): number {
  return lowerBound(
    zset.ordered,
    ({ score, member }) => score < target.score || (score === target.score && member < target.member),
  );
}

/** Adds the member or moves it to its new score. */
export function setScore(zset: SortedSet, member: string, given: number): void {
  // Minus zero is zero.
  const score = given + 0;
  const current = zset.scores.get(member);
  if (current === score) return;
  if (current !== undefined) zset.ordered.splice(indexOf(zset, { member, score: current }), 1);
  const item = { member, score };
  zset.ordered.splice(indexOf(zset, item), 0, item);
  zset.scores.set(member, score);
}

/** True when the member was there. */
export function removeMember(zset: SortedSet, member: string): boolean {
  const score = zset.scores.get(member);
  if (score === undefined) return false;
  zset.ordered.splice(indexOf(zset, { member, score }), 1);
  return zset.scores.delete(member);
}

/** Takes out `[start, end)` of the order and gives what was removed. */
export function removeRange(zset: SortedSet, start: number, end: number): ScoredMember[] {
  const removed = zset.ordered.splice(start, Math.max(0, end - start));
  for (const { member } of removed) zset.scores.delete(member);
  return removed;
}

/** The place of the member in ascending order, from 0. */
export function rankOf(zset: SortedSet, member: string): number | undefined {
  const score = zset.scores.get(member);
  return score === undefined ? undefined : indexOf(zset, { member, score });
}

/** The members within both bounds as `[start, end)` of the order; never start > end. */
export function scoreRange(zset: SortedSet, low: ScoreBound, high: ScoreBound): [start: number, end: number] {
  const start = lowerBound(zset.ordered, ({ score }) => (low.exclusive ? score <= low.score : score < low.score));
  const end = lowerBound(zset.ordered, ({ score }) => (high.exclusive ? score < high.score : score <= high.score));
  return [start, Math.max(start, end)];
}
