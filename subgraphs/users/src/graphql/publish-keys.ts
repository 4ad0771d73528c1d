// The page /.well-known/jwks.json: with these keys anybody can verify an access token, and nobody can make one.
import type { Handler } from '@mosaic/kernel/subgraph/assemble';
import type { AccessTokens } from '../data/secrets/access-tokens.js';

/** Cached for five minutes, and used for a day while this service is away. */
const CACHE = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=86400';

export function publishKeys({ published }: AccessTokens): Handler {
  const body = JSON.stringify(published);
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'application/jwk-set+json', 'cache-control': CACHE }).end(body);
  };
}
