// The pipeline is a list: its order is a promise, and so is where it ends.
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { expect, it } from 'vitest';
import { mosaicLimits } from '../src/document/limits.js';
import { filled, type Passage, type Stage, type Verdict, walk } from '../src/passage.js';
import { type PipelineParts, pipeline } from '../src/pipeline.js';
import { mosaicStages } from '../src/profiles/mosaic-stages.js';
import { standaloneStages } from '../src/profiles/standalone-stages.js';
import { Refused, refusalCodes } from '../src/respond/refusals.js';
import { SessionCookies } from '../src/sessions/session-cookies.js';
import { sessionStages } from '../src/sessions/session-stages.js';

const parts: Omit<PipelineParts, 'own'> = {
  showsSchema: false,
  showsSandbox: false,
  deadlines: { queryMs: 1, mutationMs: 1 },
  executor: {} as never,
  readDocument: {} as never,
  limits: mosaicLimits,
  shell: {} as never,
  openStream: {} as never,
};
const credentialsOf = () => ({ authorization: undefined, guest: undefined });
const own = mosaicStages({ origins: new Set(), desk: {} as never, credentialsOf }, {} as never);
const stages = pipeline({ ...parts, own });
const standalone = pipeline({ ...parts, own: standaloneStages({ listed: '*', passedHeaders: [] }) });
const namesOf = (list: readonly Stage[]) => list.map(({ name, over }) => `${name} (${over})`);

const sessions = sessionStages({
  origins: new Set(),
  desk: {} as never,
  executor: {} as never,
  cookies: new SessionCookies(true),
  mutationMs: 1,
});

it('has its stages in this order', () => {
  expect(namesOf(stages)).toEqual([
    'security headers (http)',
    'allow origins (http)',
    'bound headers (http)',
    'allow methods (http)',
    'landing page (http)',
    'negotiate answer (http)',
    'require preflight (http)',
    'read operation (http)',
    'identify viewer (http)',
    'recheck viewer (websocket)',
    'parse bounded (both)',
    'select operation (both)',
    'limit shape (both)',
    'once per operation (both)',
    'hide schema (both)',
    'validate (both)',
    'limit records (both)',
    'execute (both)',
    'show plan (http)',
  ]);
});

it('has, for any other supergraph, the same stages without those that know Mosaic', () => {
  const names = namesOf(standalone);
  const shared = namesOf(stages).filter((name) => names.includes(name));
  expect(names.filter((name) => shared.includes(name))).toEqual(shared);
  expect(namesOf(stages).filter((name) => !shared.includes(name))).toEqual([
    'require preflight (http)',
    'identify viewer (http)',
    'recheck viewer (websocket)',
    'once per operation (both)',
    'limit records (both)',
  ]);
  expect(names.filter((name) => !shared.includes(name))).toEqual([
    'require json (http)',
    'pass on (http)',
    'show errors (both)',
  ]);
});

it('lets nobody to a session but by these stages', () => {
  expect([...sessions].map(([path, list]) => `${path}: ${list.map(({ name }) => name).join(', ')}`)).toEqual(
    ['sign-in: sign in', 'sign-up: sign up', 'refresh: refresh', 'sign-out: sign out', 'guest: guest'].map((door) => {
      const [path, act] = door.split(': ');
      const edge = 'security headers, allow origins, bound headers, post only, own pages only, require preflight';
      return `/session/${path}: ${edge}, ${act}`;
    }),
  );
});

it('names every code of the catalogue somewhere, but those that are parts of an answer or of a socket', () => {
  const named = new Set([stages, ...sessions.values()].flat().flatMap(({ refuses }) => refuses));
  expect(refusalCodes.filter((code) => !named.has(code))).toEqual([
    'TOO_MANY_SUBSCRIPTIONS',
    'SUBGRAPH_UNAVAILABLE',
    'SUBGRAPH_AWAY',
    'SUBGRAPH_TIMEOUT',
    'SUBSCRIPTION_SOURCE_CLOSED',
    'SUBSCRIPTION_ENDED_BY_RELOAD',
    'SUBSCRIPTION_SOURCE_UNAVAILABLE',
    'SLOW_CONSUMER',
  ]);
});

const passage = (transport: Passage['transport']): Passage => ({
  transport,
  requestId: 'test-request',
  locale: 'en',
  log: createLogger('router', 'CRITICAL'),
  hasLeft: false,
  viewer: null,
  guest: null,
});

function tracked(verdicts: Record<string, [Stage['over'], Verdict]>) {
  const visited: string[] = [];
  const list = Object.entries(verdicts).map(
    ([name, [over, verdict]]): Stage => ({
      name,
      over,
      refuses: [],
      admit: async () => {
        visited.push(name);
        return verdict;
      },
    }),
  );
  return { visited, list };
}

it('ends at the first refusal', async () => {
  const refused = Refused.as('TOO_DEEP');
  const { visited, list } = tracked({ a: ['both', null], b: ['both', refused], c: ['both', null] });
  expect(await walk(list, passage('http'))).toBe(refused);
  expect(visited).toEqual(['a', 'b']);
});

it('leaves out the stages of the other transport', async () => {
  const { visited, list } = tracked({ a: ['http', null], b: ['websocket', null], c: ['both', null] });
  expect(await walk(list, passage('websocket'))).toBe(null);
  expect(visited).toEqual(['b', 'c']);
});

it('calls a stage that stands too early a bug', () => {
  expect(() => filled(undefined, 'document')).toThrow('the pipeline read "document" before it was filled in');
});
