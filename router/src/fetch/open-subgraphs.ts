// Both roads to each subgraph: HTTP for calls, WebSocket for live updates. Opened as the executor names the subgraphs.
import type { GraphQLDataSource } from '@apollo/gateway';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { RouterConfig } from '../config.js';
import { openUpstream, type Upstream } from '../subscriptions/upstream.js';
import { openRoad } from './call-subgraph.js';
import { subgraphSource } from './subgraph-source.js';

export interface Subgraphs {
  /** Throws when neither the supergraph nor SUBGRAPH_URLS says where the subgraph is. */
  open(name: string, routingUrl: string | undefined): GraphQLDataSource;
  upstreamOf(name: string): Upstream;
  /** Where a subgraph of the supergraph is; undefined when there is none of this name. */
  urlOf(name: string): string | undefined;
}

export function openSubgraphs(
  scope: Scope,
  config: RouterConfig,
  mayStandFor: (asked: string, got: string) => boolean,
  log: Logger,
): Subgraphs {
  const upstreams = new Map<string, Upstream>();
  const urls = new Map<string, string>();
  const callerKeys = config.MOSAIC_CALLER_KEYS;
  return {
    open(name, routingUrl) {
      const url = config.SUBGRAPH_URLS[name] ?? routingUrl;
      if (!url) throw new Error(`no URL for the subgraph ${name}: set SUBGRAPH_URLS`);
      urls.set(name, url);
      upstreams.set(name, openUpstream(scope, { subgraph: name, url, callerKeys, log }));
      return subgraphSource({
        name,
        path: new URL(url).pathname,
        post: openRoad(scope, url, config.SUBGRAPH_CONNECTIONS),
        callerKeys,
        queryTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
        mayStandFor,
      });
    },
    urlOf: (name) => urls.get(name),
    upstreamOf(name) {
      const upstream = upstreams.get(name);
      if (!upstream) throw new Error(`the plan names an unknown subgraph: ${name}`);
      return upstream;
    },
  };
}
