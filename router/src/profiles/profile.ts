// What the two profiles decide; the rest of the router is the same for both.
import type { Server } from 'node:http';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { RouterConfig, StandaloneConfig } from '../config.js';
import type { SideDoor } from '../edge/side-door.js';
import type { GraphOptions } from '../graph/open-graph.js';
import type { ServedGraph } from '../graph/serve-graph.js';
import type { Stage } from '../passage.js';
import type { SocketDoor } from '../subscriptions/serve-sockets.js';

export interface Profile extends GraphOptions {
  readonly config: RouterConfig | StandaloneConfig;
  /** The supergraph file, and the name of the setting that says so. */
  readonly path: string;
  readonly setting: string;
  /** The manifest of operations that is read where OPERATIONS names none; it may be missing. */
  readonly ownOperations: string | null;
  readonly showsSchema: boolean;
  /** Pages of this origin may talk to us: called once, when it is known where we listen. */
  welcome(ownOrigin: string): void;
  /** What stands beside the graph on the same origin. */
  openSideDoor(scope: Scope, graph: ServedGraph): Promise<SideDoor>;
  openSockets(server: Server, stages: readonly Stage[]): SocketDoor;
  /** Calls `end` with every session that is revoked from now on. */
  whenRevoked(end: (sessionId: string) => void): void;
}
