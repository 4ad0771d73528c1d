// Both roads to each subgraph: HTTP for calls, WebSocket for live updates. Opened as the executor names the subgraphs.
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { RouterConfig } from '../config.js';
import { openUpstream, type Upstream } from '../subscriptions/upstream.js';
import { openSubgraph, type Vouch } from './ask-subgraph.js';
import { openRoad } from './call-subgraph.js';
import type { Subgraph } from './subgraph.js';

export interface Subgraphs {
  /** Throws when neither the supergraph nor SUBGRAPH_URLS says where the subgraph is. */
  open(name: string, routingUrl: string | undefined): Subgraph;
  upstreamOf(name: string): Upstream;
  /** Where a subgraph of the supergraph is; undefined when there is none of this name. */
  urlOf(name: string): string | undefined;
}

export function openSubgraphs(scope: Scope, config: RouterConfig, log: Logger): Subgraphs {
  const upstreams = new Map<string, Upstream>();
  const urls = new Map<string, string>();
  const callerKeys = config.MOSAIC_CALLER_KEYS;
  return {
    open(name, routingUrl) {
      const url = config.SUBGRAPH_URLS[name] ?? routingUrl;
      if (!url) throw new Error(`no URL for the subgraph ${name}: set SUBGRAPH_URLS`);
      urls.set(name, url);
      upstreams.set(name, openUpstream(scope, { subgraph: name, url, callerKeys, log }));
      const path = new URL(url).pathname;
      const vouch: Vouch = ({ viewer, guest, locale, requestId }, body, deadline) => ({
        [callerHeader]: signCall(
          callerKeys,
          { audience: name, method: 'POST', path, viewer, guest, locale, requestId, deadline },
          body,
        ),
      });
      const post = openRoad(scope, url, config.SUBGRAPH_CONNECTIONS);
      return openSubgraph({ name, post, vouch, queryTimeoutMs: config.SUBGRAPH_TIMEOUT_MS });
    },
    urlOf: (name) => urls.get(name),
    upstreamOf(name) {
      const upstream = upstreams.get(name);
      if (!upstream) throw new Error(`the plan names an unknown subgraph: ${name}`);
      return upstream;
    },
  };
}
