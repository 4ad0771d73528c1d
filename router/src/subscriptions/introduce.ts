// How the router says to a subgraph, over a live socket, on whose behalf it asks.
import type { Call } from '../plan/call.js';
import type { StreamSource } from '../plan/executor.js';

/** How one socket begins. */
export interface Greeting {
  /** Headers of the upgrade. */
  readonly headers: Readonly<Record<string, string>>;
  /** The payload of connection_init; made anew for each connection. */
  params(): Readonly<Record<string, unknown>> | undefined;
}

export interface Introduce {
  /** Calls of one road share one socket. */
  roadOf(call: Call): string;
  greet(call: Call): Greeting;
  /** `extensions` of the subscribe message. */
  extensions(source: StreamSource, call: Call, until: Date): Readonly<Record<string, unknown>> | undefined;
}
