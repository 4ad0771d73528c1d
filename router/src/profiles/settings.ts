// The settings that both profiles hand on under the names of those who need them.
import type { RouterConfig, StandaloneConfig } from '../config.js';
import type { SubgraphSettings } from '../fetch/open-subgraphs.js';
import type { Flights } from '../fetch/share-in-flight.js';
import type { Deadlines } from '../plan/execute.js';
import type { SocketOptions } from '../subscriptions/serve-sockets.js';

type Config = RouterConfig | StandaloneConfig;

export const deadlinesOf = (config: Config): Deadlines => ({
  queryMs: config.QUERY_DEADLINE_MS,
  mutationMs: config.MUTATION_DEADLINE_MS,
});

/** Asked once: all graphs of a router have these. */
export const subgraphSettings = (config: Config): Omit<SubgraphSettings, 'vouchFor' | 'openUpstream'> => ({
  urls: config.SUBGRAPH_URLS,
  connections: config.SUBGRAPH_CONNECTIONS,
  queryTimeoutMs: config.SUBGRAPH_TIMEOUT_MS,
  largestAnswer: config.SUBGRAPH_LARGEST_ANSWER,
  sharesInFlight: config.SHARE_IN_FLIGHT === 'on',
  flights: new Set<Flights>(),
});

type SocketBounds = 'subscriptionsPerSocket' | 'socketsPerAddress' | 'messagesPerSecond' | 'keepAliveMs';

export const socketBounds = (config: Config): Pick<SocketOptions, SocketBounds> => ({
  subscriptionsPerSocket: config.SUBSCRIPTIONS_PER_SOCKET,
  socketsPerAddress: config.SOCKETS_PER_ADDRESS,
  messagesPerSecond: config.MESSAGES_PER_SECOND,
  keepAliveMs: config.KEEP_ALIVE_MS,
});
