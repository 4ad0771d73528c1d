// The result of the router's benchmark as a table: for a terminal, or in Markdown for docs/performance.md.
import type { Compared } from './compare-variants.js';
import type { Operation } from './operations.js';
import { rounded } from './quantiles.js';

export interface Result {
  readonly operation: Operation;
  readonly bytes: number;
  readonly compared: readonly Compared[];
}

const COLUMNS = [
  'operation',
  'router',
  'CPU ms per request',
  'times less CPU than stock',
  'requests/s',
  'p50 ms',
  'p99 ms',
  'subgraph requests',
  'RSS MiB',
] as const;

type Row = Record<(typeof COLUMNS)[number], string | number>;

const rowsOf = ({ operation, compared }: Result): Row[] =>
  compared.map(({ times, ...one }) => ({
    operation: operation.name,
    router: one.variant,
    'CPU ms per request': rounded(one.cpuMs, 3),
    'times less CPU than stock': `${times.median.toFixed(1)} (${times.least.toFixed(1)}-${times.most.toFixed(1)})`,
    'requests/s': Math.round(one.requestsPerSecond),
    'p50 ms': rounded(one.p50Ms),
    'p99 ms': rounded(one.p99Ms),
    'subgraph requests': rounded(one.subgraphRequests, 2),
    'RSS MiB': Math.round(one.residentMebibytes),
  }));

/** One line per operation: what it is, and whether the router with sharing off came to what is asked of it. */
function verdictOf({ operation: { name, what, fetches, target }, bytes, compared }: Result): string {
  const { times } = compared.find(({ variant }) => variant === 'ours, sharing off')!;
  const verdict = times.median >= target ? 'reached' : 'NOT reached';
  return `${name}: ${what}; ${fetches} fetches, ${bytes} bytes. Target ${target} times: ${verdict}, ${times.median.toFixed(1)}.`;
}

export function markdownOf(results: readonly Result[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const rows = results.flatMap(rowsOf).map((row) => line(COLUMNS.map((column) => row[column])));
  const rule = line(COLUMNS.map((_, at) => (at < 2 ? '---' : '---:')));
  return [line(COLUMNS), rule, ...rows, '', ...results.map((result) => `- ${verdictOf(result)}`)].join('\n');
}

export function printResult(result: Result): void {
  console.log(verdictOf(result));
  console.table(rowsOf(result));
}
