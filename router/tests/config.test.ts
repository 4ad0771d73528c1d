// A wrong setting stops the start and names itself.
import { expect, it } from 'vitest';
import { hasSecureCookies, readRouterConfig, showsSchema } from '../src/config.js';
import { callerKeysText, ISSUER } from './lab/keys.js';

const good = {
  PORT: '4000',
  REDIS_URL: 'redis://127.0.0.1:6379',
  MOSAIC_CALLER_KEYS: callerKeysText,
  MOSAIC_ISSUER: ISSUER,
  JWKS_URL: 'http://127.0.0.1:4001/.well-known/jwks.json',
  JWKS_CACHE: '.data/jwks.json',
};

it('has a default for everything that has a safe one', () => {
  expect(readRouterConfig(good)).toMatchObject({
    SUPERGRAPH: 'schema/supergraph.graphql',
    APP_DIR: 'client/dist',
    SUBGRAPH_URLS: {},
    CORS_ORIGINS: [],
    QUERY_DEADLINE_MS: 5_000,
    MUTATION_DEADLINE_MS: 10_000,
    SUBGRAPH_TIMEOUT_MS: 2_000,
    SUBSCRIPTIONS_PER_SOCKET: 50,
    SOCKETS_PER_USER: 20,
    SOCKETS_PER_ADDRESS: 20,
    MESSAGES_PER_SECOND: 50,
    KEEP_ALIVE_MS: 12_000,
    DRAIN_SPREAD_MS: 5_000,
  });
});

it.each([
  ['JWKS_URL', 'nowhere'],
  ['CORS_ORIGINS', '*'],
  ['CORS_ORIGINS', 'https://app.example/path'],
  ['SUBGRAPH_URLS', '{"users":"nowhere"}'],
  ['SUBGRAPH_URLS', 'no json'],
  ['MESSAGES_PER_SECOND', '0'],
  ['INTROSPECTION', 'maybe'],
  ['SESSION_COOKIES', 'some'],
  ['MOSAIC_ISSUER', ''],
])('refuses %s=%s', (name, value) => {
  expect(() => readRouterConfig({ ...good, [name]: value })).toThrow(name);
});

it('wants https origins in production', () => {
  const insecure = { ...good, CORS_ORIGINS: 'https://a.example, http://b.example' };
  expect(readRouterConfig(insecure).CORS_ORIGINS).toEqual(['https://a.example', 'http://b.example']);
  expect(() => readRouterConfig({ ...insecure, NODE_ENV: 'production' })).toThrow('CORS_ORIGINS');
});

it('sets secure cookies in production, plain ones for http while developing', () => {
  expect(hasSecureCookies(readRouterConfig(good))).toBe(false);
  expect(hasSecureCookies(readRouterConfig({ ...good, SESSION_COOKIES: 'secure' }))).toBe(true);
  const production = { ...good, NODE_ENV: 'production' };
  expect(hasSecureCookies(readRouterConfig(production))).toBe(true);
  expect(() => readRouterConfig({ ...production, SESSION_COOKIES: 'plain' })).toThrow('SESSION_COOKIES');
});

it('shows the schema while developing, in production only when told', () => {
  expect(showsSchema(readRouterConfig(good))).toBe(true);
  expect(showsSchema(readRouterConfig({ ...good, INTROSPECTION: 'off' }))).toBe(false);
  expect(showsSchema(readRouterConfig({ ...good, NODE_ENV: 'production' }))).toBe(false);
  expect(showsSchema(readRouterConfig({ ...good, NODE_ENV: 'production', INTROSPECTION: 'on' }))).toBe(true);
});
