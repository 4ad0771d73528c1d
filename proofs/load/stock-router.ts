// What one gets without our router: a plain ApolloGateway in a plain Apollo Server. It verifies the token and signs its
// calls, because the subgraphs would not answer otherwise, and does nothing else of what our pipeline does.
import { readFile } from 'node:fs/promises';
import { ApolloGateway, type GraphQLDataSourceProcessOptions, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { readConfig } from '@mosaic/kernel/config/read-config';
import { callerKeys, json } from '@mosaic/kernel/config/settings';
import { verifyAccessToken } from '@mosaic/kernel/identity/access-token';
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { createRemoteJWKSet } from 'jose';
import { z } from 'zod';

const config = readConfig(
  {
    MOSAIC_CALLER_KEYS: callerKeys,
    MOSAIC_ISSUER: z.string(),
    JWKS_URL: z.url(),
    SUPERGRAPH: z.string(),
    SUBGRAPH_URLS: json(z.record(z.string(), z.url())),
  },
  process.env,
);

interface Context {
  viewer: Viewer | null;
}

class SignedSource extends RemoteGraphQLDataSource {
  constructor(
    private readonly audience: string,
    url: string,
  ) {
    super({ url });
  }

  override willSendRequest({ request, context }: GraphQLDataSourceProcessOptions): void {
    const { http, query, ...rest } = request;
    const claims = {
      audience: this.audience,
      method: 'POST',
      path: '/graphql',
      // The gateway looks at its schemas once before anybody asks, without a context.
      viewer: (context as Partial<Context>).viewer ?? null,
      locale: 'en' as const,
      requestId: 'stock',
      deadline: Date.now() + 5_000,
    };
    // The text that the base class is about to send.
    http?.headers.set(callerHeader, signCall(config.MOSAIC_CALLER_KEYS, claims, JSON.stringify({ query, ...rest })));
  }
}

const gateway = new ApolloGateway({
  supergraphSdl: await readFile(config.SUPERGRAPH, 'utf8'),
  buildService: ({ name, url }) => new SignedSource(name, config.SUBGRAPH_URLS[name] ?? url ?? ''),
});
const keys = createRemoteJWKSet(new URL(config.JWKS_URL));
const server = new ApolloServer<Context>({ gateway, csrfPrevention: true, stopOnTerminationSignals: false });
const { url } = await startStandaloneServer(server, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async ({ req }) => {
    const [, token] = (req.headers.authorization ?? '').split(' ');
    return { viewer: token ? (await verifyAccessToken(token, config.MOSAIC_ISSUER, keys)).viewer : null };
  },
});
process.once('disconnect', () => process.exit());
process.send?.({ url });
