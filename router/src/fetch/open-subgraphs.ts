// Both roads to each subgraph: HTTP for calls, WebSocket for live updates. Opened as the executor names the subgraphs.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';
import { Seldom } from '../bounds/seldom.js';
import type { Upstream } from '../subscriptions/upstream.js';
import { openSubgraph } from './ask-subgraph.js';
import { Breaker, breakerLaw } from './breaker.js';
import { openRoad } from './call-subgraph.js';
import { type Counts, noCounts } from './counts.js';
import { RetryBudget } from './retry-budget.js';
import { Flights } from './share-in-flight.js';
import type { Subgraph } from './subgraph.js';
import type { VouchFor } from './vouch.js';
import { Watch } from './watch.js';

export interface Subgraphs {
  /** Throws when neither the supergraph nor the settings say where the subgraph is. */
  open(name: string, routingUrl: string | undefined): Subgraph;
  upstreamOf(name: string): Upstream;
  /** Where a subgraph of the supergraph is; undefined when there is none of this name. */
  urlOf(name: string): string | undefined;
  /** What was sent to it, and what was spared it; undefined when there is none of this name. */
  countsOf(name: string): Readonly<Counts> | undefined;
}

export interface SubgraphSettings {
  /** By subgraph: replace the routing URLs of the supergraph. http or https, with any path and query. */
  readonly urls: Readonly<Record<string, string>>;
  readonly vouchFor: VouchFor;
  readonly openUpstream: (subgraph: string, url: string) => Upstream;
  /** To each subgraph, at most. */
  readonly connections: number;
  /** The longest a query may take; a mutation may use all that is left of its deadline. */
  readonly queryTimeoutMs: number;
  /** In bytes. */
  readonly largestAnswer: number;
  /** Whether identical queries of one access that are under way at once are sent once. */
  readonly sharesInFlight: boolean;
  /** Of every graph that is open: a write through one of them is a write before every other's eyes. */
  readonly flights: Set<Flights>;
}

export function openSubgraphs(scope: Scope, settings: SubgraphSettings, log: Logger): Subgraphs {
  const { vouchFor, openUpstream, queryTimeoutMs, sharesInFlight } = settings;
  const upstreams = new Map<string, Upstream>();
  const urls = new Map<string, string>();
  const counts = new Map<string, Counts>();
  const watch = new Watch(scope);
  const wrote = () => {
    for (const flights of settings.flights) flights.close();
  };
  return {
    open(name, routingUrl) {
      const place = settings.urls[name] ?? routingUrl;
      if (!place) throw new Error(`no URL for the subgraph ${name}: set SUBGRAPH_URLS`);
      const url = new URL(place);
      urls.set(name, place);
      upstreams.set(name, openUpstream(name, place));
      counts.set(name, noCounts());
      const breaker = new Breaker(breakerLaw, (isTripped) =>
        isTripped
          ? log.error('a subgraph fails too often: its circuit is open', { subgraph: name })
          : log.info('a subgraph answers again: its circuit is closed', { subgraph: name }),
      );
      const flights = new Flights(
        {
          send: openRoad(scope, url, settings),
          vouch: vouchFor(name, url),
          breaker,
          retries: new RetryBudget(),
          counts: counts.get(name) ?? noCounts(),
          queryTimeoutMs,
        },
        sharesInFlight,
      );
      settings.flights.add(flights);
      scope.defer(() => settings.flights.delete(flights));
      return openSubgraph({ name, flights, watch, queryTimeoutMs, wrote, refusals: new Seldom(seconds(10)) });
    },
    urlOf: (name) => urls.get(name),
    countsOf: (name) => counts.get(name),
    upstreamOf(name) {
      const upstream = upstreams.get(name);
      if (!upstream) throw new Error(`the plan names an unknown subgraph: ${name}`);
      return upstream;
    },
  };
}
