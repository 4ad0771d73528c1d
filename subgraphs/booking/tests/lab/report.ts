// What proofs measured, printed in full runs alone.
import { isFullProof } from '@mosaic/embedded/proof-size';

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;

/** Median, 99th percentile and longest of some times in milliseconds. */
export function summaryOf(times: readonly number[]): { p50: number; p99: number; longest: number } {
  const sorted = [...times].sort((a, b) => a - b);
  return { p50: percentile(sorted, 0.5), p99: percentile(sorted, 0.99), longest: sorted.at(-1) ?? Number.NaN };
}

export function report(what: string, times: readonly number[]): void {
  const { p50, p99, longest } = summaryOf(times);
  say(`${what}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${longest.toFixed(1)} ms`);
}

export function say(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the numbers of a full run are what it is for
  if (isFullProof) console.info(text);
}
