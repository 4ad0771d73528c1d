// The stock path in front of subgraphs that need no signature: @apollo/gateway in @apollo/server's own standalone server, as
// one gets it, with the authorization header passed on. Reports its URL to its parent.
import { readFile } from 'node:fs/promises';
import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

interface Context {
  readonly authorization: string | undefined;
}

class PassingSource extends RemoteGraphQLDataSource<Context> {
  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions<Context>): void {
    // The gateway looks at its schemas once before anybody asks, without a context.
    const authorization = (context as Partial<Context>).authorization;
    if (authorization) request.http?.headers.set('authorization', authorization);
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: await readFile(process.env['SUPERGRAPH_PATH'] ?? '', 'utf8'),
  buildService: ({ url }) => new PassingSource({ url: url! }),
});
const { url } = await startStandaloneServer(new ApolloServer<Context>({ gateway }), {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
process.once('disconnect', () => process.exit());
process.send?.({ url });
