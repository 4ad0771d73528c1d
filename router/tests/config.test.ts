// A wrong setting stops the start and names itself.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  chooseConfig,
  hasSecureCookies,
  isStandalone,
  readRouterConfig,
  readStandaloneConfig,
  settingNames,
  showsSchema,
} from '../src/config.js';
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
    STREAMS_PER_CLIENT: 100,
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

const alone = { SUPERGRAPH_PATH: 'supergraph.graphql', PORT: '4000' };

it('is the router of any supergraph where SUPERGRAPH_PATH is set, and needs nothing of Mosaic then', () => {
  expect(isStandalone(chooseConfig(alone))).toBe(true);
  expect(isStandalone(chooseConfig(good))).toBe(false);
  expect(isStandalone(chooseConfig({ ...good, SUPERGRAPH_PATH: '' }))).toBe(false);
  expect(() => chooseConfig({ PORT: '4000' })).toThrow('REDIS_URL');
  expect(readStandaloneConfig(alone)).toEqual({
    ...{ NODE_ENV: 'development', LOG_LEVEL: 'INFO', HOST: '127.0.0.1', PORT: 4_000 },
    ...{ SUPERGRAPH_PATH: 'supergraph.graphql', SUBGRAPH_URLS: {}, OPERATIONS: undefined, INTROSPECTION: undefined },
    ...{
      CORS_ORIGINS: undefined,
      PASS_HEADERS: ['authorization'],
      PASS_CONNECTION_PARAMS: 'on',
      SHARE_IN_FLIGHT: 'on',
    },
    ...{ QUERY_DEADLINE_MS: 30_000, MUTATION_DEADLINE_MS: 60_000, SUBGRAPH_TIMEOUT_MS: 15_000 },
    ...{ SUBGRAPH_CONNECTIONS: 64, SUBGRAPH_LARGEST_ANSWER: 8_388_608, SUBSCRIPTIONS_PER_SOCKET: 1_000 },
    ...{
      SOCKETS_PER_ADDRESS: 10_000,
      STREAMS_PER_CLIENT: 10_000,
      MESSAGES_PER_SECOND: 1_000,
      KEEP_ALIVE_MS: 12_000,
      DRAIN_SPREAD_MS: 5_000,
    },
    ...{ MAX_DOCUMENT_CHARACTERS: 100_000, MAX_DOCUMENT_TOKENS: 20_000, MAX_DEPTH: 50, MAX_SELECTIONS: 10_000 },
    ...{ MAX_ROOT_FIELDS: 100, MAX_ALIASES: 500, MAX_DIRECTIVES: 500 },
  });
});

it.each([
  ['PORT', ''],
  ['PASS_HEADERS', 'authorization, host'],
  ['PASS_HEADERS', 'no header'],
  ['PASS_CONNECTION_PARAMS', 'yes'],
  ['CORS_ORIGINS', 'https://app.example, *'],
  ['CORS_ORIGINS', 'https://app.example/path'],
  ['MAX_DEPTH', '100'],
  ['SUPERGRAPH_PATHS', 'one slip away'],
])('refuses %s=%s in a router of any supergraph', (name, value) => {
  expect(() => readStandaloneConfig({ ...alone, [name]: value })).toThrow(`${name}: `);
});

it('passes headers on by their lower-case names, or none', () => {
  expect(readStandaloneConfig({ ...alone, PASS_HEADERS: 'X-Tenant, Authorization' }).PASS_HEADERS).toEqual([
    'x-tenant',
    'authorization',
  ]);
  expect(readStandaloneConfig({ ...alone, PASS_HEADERS: ',' }).PASS_HEADERS).toEqual([]);
});

it('describes every setting in the README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  expect(settingNames.filter((name) => !readme.includes(`| \`${name}\` |`))).toEqual([]);
  const described = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(described.filter((name) => !settingNames.includes(String(name)))).toEqual([]);
});
