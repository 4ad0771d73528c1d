// A subgraph as anybody writes it: graphql-js over HTTP, graphql-ws over WebSocket, and no wall of ours.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import { buildASTSchema, type GraphQLSchema, graphql, Kind, parse } from 'graphql';
import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

/** What one operation came with. */
export interface Heard {
  readonly over: 'http' | 'websocket';
  /** Of the request, or of the upgrade. */
  readonly headers: IncomingHttpHeaders;
  /** `extensions` of the request. */
  readonly extensions?: Record<string, unknown>;
  /** The payload of connection_init. */
  readonly params?: Record<string, unknown>;
}

type Resolver = (given: never, heard: Heard) => unknown;
export type Roots = Readonly<Record<string, Resolver>>;

export interface PlainSubgraph {
  readonly url: string;
  readonly port: number;
  /** Sockets that are open. */
  readonly sockets: number;
}

/** `sdl` as it is composed; `roots` resolve its root fields, among them `_entities` by one resolver per entity type. */
export async function startPlainSubgraph(scope: Scope, sdl: string, roots: Roots, port = 0): Promise<PlainSubgraph> {
  const schema = executable(sdl);
  const rootValue = {
    ...roots,
    _entities: ({ representations }: { representations: { __typename: string }[] }, heard: Heard) =>
      representations.map(async (given) => {
        const entity = await roots[given.__typename]?.(given as never, heard);
        return entity && { __typename: given.__typename, ...(entity as object) };
      }),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { query, variables, operationName, extensions } = JSON.parse(Buffer.concat(chunks).toString());
    const heard: Heard = { over: 'http', headers: request.headers, extensions };
    const result = await graphql({
      ...{ schema, source: query, rootValue, variableValues: variables, operationName, contextValue: heard },
    });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  });
  const door = new WebSocketServer({ server, path: '/graphql' });
  const sockets = useServer(
    {
      schema,
      roots: { query: rootValue, mutation: rootValue, subscription: rootValue },
      context: ({ connectionParams, extra }): Heard => ({
        ...{ over: 'websocket', headers: extra.request.headers },
        ...(connectionParams && { params: connectionParams }),
      }),
    },
    door,
  );
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  scope.defer(async () => {
    await sockets.dispose();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const own = (server.address() as AddressInfo).port;
  return {
    port: own,
    url: `http://127.0.0.1:${own}/graphql`,
    get sockets() {
      return door.clients.size;
    },
  };
}

/** Federation's own part, which a library would add (Apollo Federation subgraph specification). */
function executable(sdl: string): GraphQLSchema {
  const document = parse(sdl);
  const entities = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION && definition.directives?.some(({ name }) => name.value === 'key')
      ? [definition.name.value]
      : [],
  );
  const own = `scalar _Any union _Entity = ${entities.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  const definitions = document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_EXTENSION);
  const extended = { ...document, definitions: [...definitions, ...parse(own).definitions] };
  return buildASTSchema(merged(extended), { assumeValidSDL: true });
}

/** buildASTSchema reads no extensions: the fields of `extend type Query` go into the type. */
function merged(document: ReturnType<typeof parse>): ReturnType<typeof parse> {
  const more = document.definitions.filter((definition) => definition.kind === Kind.OBJECT_TYPE_EXTENSION);
  const definitions = document.definitions
    .filter(({ kind }) => kind !== Kind.OBJECT_TYPE_EXTENSION)
    .map((definition) => {
      if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
      const added = more.filter(({ name }) => name.value === definition.name.value);
      return { ...definition, fields: [...(definition.fields ?? []), ...added.flatMap(({ fields = [] }) => fields)] };
    });
  return { ...document, definitions };
}
