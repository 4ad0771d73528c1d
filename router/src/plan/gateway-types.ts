// Names for the parts of @apollo/gateway that are only reachable through its own types.
import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';

export type GatewayRequest = Parameters<ApolloGateway['executor']>[0];
export type SourceOptions = Parameters<GraphQLDataSource['process']>[0];
export type SourceAnswer = Awaited<ReturnType<GraphQLDataSource['process']>>;
/** One data source per subgraph, by name. */
export type Sources = Readonly<Record<string, GraphQLDataSource>>;
