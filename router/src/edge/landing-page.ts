// What a browser sees at the endpoint: Apollo Sandbox where the schema is shown, one plain sentence where it is not.

import type { ApolloServer } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { Stage } from '../passage.js';

const PLAIN = '<!doctype html><title>GraphQL</title><p>This is a GraphQL endpoint; send it a POST.</p>\n';
const PLAIN_POLICY = "default-src 'none'; frame-ancestors 'none'";

/** Sandbox comes from Apollo's CDN, runs in a frame of theirs and sends its requests from our page. */
const SANDBOX_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'unsafe-inline' https://embeddable-sandbox.cdn.apollographql.com",
  "style-src 'unsafe-inline' https://embeddable-sandbox.cdn.apollographql.com https://fonts.googleapis.com",
  'font-src https://fonts.gstatic.com',
  'img-src https://apollo-server-landing-page.cdn.apollographql.com',
  'manifest-src https://apollo-server-landing-page.cdn.apollographql.com',
  'frame-src https://sandbox.embed.apollographql.com',
  "connect-src 'self' ws: wss:",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Apollo's page shows this until Sandbox covers it: for ever without the internet. */
const OFFLINE = `<div class="fallback">
  <h1>GraphQL</h1>
  <p>Apollo Sandbox comes from Apollo's CDN and cannot be loaded: are you offline?</p>
  <p>The GraphQL endpoint at this address works without it: README.md shows it with curl and with a WebSocket client.</p>
</div>`;

/** Answers a browser that opens the endpoint: a GET for text/html without a query. */
export const showLandingPage =
  (apollo: ApolloServer, showsSandbox: boolean): Stage['admit'] =>
  async ({ http }) => {
    const { method, url = '', headers } = http?.request ?? {};
    const isBrowser = method === 'GET' && !url.includes('?') && (headers?.accept ?? '').includes('text/html');
    if (!http || !isBrowser) return null;
    http.response.setHeader('content-type', 'text/html; charset=utf-8');
    http.response.setHeader('content-security-policy', showsSandbox ? SANDBOX_POLICY : PLAIN_POLICY);
    http.response.end(Buffer.from(showsSandbox ? await sandbox(apollo) : PLAIN));
    return 'answered';
  };

async function sandbox(apollo: ApolloServer): Promise<string> {
  const { body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: 'GET',
      headers: new HeaderMap([['accept', 'text/html']]),
      search: '',
      body: undefined,
    },
    context: () => Promise.reject(new Error('a landing page has no caller')),
  });
  return body.kind === 'complete' ? body.string.replace(/<div class="fallback">.*?<\/div>/s, OFFLINE) : '';
}
