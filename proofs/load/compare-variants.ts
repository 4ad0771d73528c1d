// One operation against every router in turns, back and forth, so that a busy machine is as busy for each.
import { askSteadily, type Load, type Measured } from './ask-steadily.js';
import type { Blog } from './blog/start-blog.js';
import { median, quantile } from './quantiles.js';
import { residentMebibytes } from './resident-memory.js';
import type { Variant } from './variants.js';

interface Turn extends Measured {
  readonly subgraphRequests: number;
}

/** Medians over the rounds; `times` is how many times less CPU than the first variant needs, round by round. */
export interface Compared {
  readonly variant: string;
  readonly cpuMs: number;
  readonly times: { readonly median: number; readonly least: number; readonly most: number };
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly subgraphRequests: number;
  readonly residentMebibytes: number;
}

export async function compareVariants(
  variants: readonly Variant[],
  blog: Blog,
  load: Load,
  rounds: number,
): Promise<Compared[]> {
  const turns = new Map<Variant, Turn[]>(variants.map((variant) => [variant, []]));
  for (const variant of variants) await askSteadily(variant, load); // warm
  for (let round = 0; round < rounds; round += 1) {
    for (const variant of round % 2 === 0 ? variants : [...variants].reverse()) {
      const before = await blog.requests();
      const measured = await askSteadily(variant, load);
      const subgraphRequests = ((await blog.requests()) - before) / measured.delays.length;
      turns.get(variant)!.push({ ...measured, subgraphRequests });
    }
  }
  const first = turns.get(variants[0]!)!;
  return variants.map((variant) => compared(variant, turns.get(variant)!, first));
}

function compared({ name, pid }: Variant, turns: readonly Turn[], first: readonly Turn[]): Compared {
  const of = (value: (turn: Turn) => number) => median(turns.map(value));
  const times = turns.map(({ cpuMsPerRequest }, round) => first[round]!.cpuMsPerRequest / cpuMsPerRequest);
  return {
    variant: name,
    cpuMs: of((turn) => turn.cpuMsPerRequest),
    times: { median: median(times), least: Math.min(...times), most: Math.max(...times) },
    requestsPerSecond: of((turn) => turn.requestsPerSecond),
    p50Ms: of((turn) => quantile(turn.delays, 0.5)),
    p99Ms: of((turn) => quantile(turn.delays, 0.99)),
    subgraphRequests: of((turn) => turn.subgraphRequests),
    residentMebibytes: residentMebibytes(pid),
  };
}
