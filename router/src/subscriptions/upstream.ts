// The live roads to one subgraph: graphql-transport-ws sockets, as many as its way of being introduced asks for.
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { Call } from '../plan/call.js';
import type { StreamSource } from '../plan/executor.js';
import type { Introduce } from './introduce.js';
import { type RoadSink, UpstreamRoad } from './upstream-road.js';

export interface Upstream {
  /**
   * Subscribes for this call's viewer until `until`; answers with the way to stop, which tells the subgraph at once.
   * Never subscribes again by itself: a gap must be seen, so that the client resumes by its cursor.
   */
  subscribe(source: StreamSource, call: Call, until: Date, sink: RoadSink): () => void;
}

interface UpstreamOptions {
  readonly subgraph: string;
  /** http or https, with any path and query: the subgraph's socket is at the same place. */
  readonly url: string;
  readonly introduce: Introduce;
  /** One frame, in bytes. */
  readonly largestAnswer: number;
  readonly log: Logger;
}

export function openUpstream(
  scope: Scope,
  { subgraph, url, introduce, largestAnswer, log }: UpstreamOptions,
): Upstream {
  const place = url.replace(/^http/, 'ws');
  const roads = new Map<string, UpstreamRoad>();
  scope.defer(() => Promise.all([...roads.values()].map((road) => road.close())).then(() => {}));

  const roadFor = (call: Call): UpstreamRoad => {
    const name = introduce.roadOf(call);
    const known = roads.get(name);
    if (known) return known;
    const road = new UpstreamRoad(place, largestAnswer, introduce.greet(call), () => roads.delete(name));
    roads.set(name, road);
    return road;
  };

  return {
    subscribe(source, call, until, sink) {
      const { query, operationName, variables } = source;
      const asking = {
        query,
        operationName,
        variables: { ...variables },
        extensions: introduce.extensions(source, call, until) as Record<string, unknown> | undefined,
      };
      return roadFor(call).ask(asking, {
        next: (event) => sink.next(event),
        end(how) {
          const { requestId } = call;
          if (how.kind === 'failed') log.warning('a live source ended', { subgraph, requestId, error: how.cause });
          sink.end(how);
        },
      });
    },
  };
}
