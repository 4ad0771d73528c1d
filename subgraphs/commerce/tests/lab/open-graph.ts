// A running commerce subgraph, asked as the router does: by signed calls over HTTP.
import { callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { Scope } from '@mosaic/kernel/lifecycle/scope';
import { readCommerceConfig } from '../../src/config.js';
import { type OpenCommerce, type Overrides, openCommerce, startSubgraph } from '../../src/subgraph.js';
import { environment, openDatabase, quiet } from './open-lab.js';

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape was asked for
type Data = any;

export interface Answer {
  data: Data;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** Whose call it is: nobody's when empty. */
export interface Caller {
  viewer?: Viewer | null;
  guest?: string | null;
}

export interface Served {
  url: string;
  ask(query: string, variables?: object, caller?: Caller): Promise<Answer>;
  /** The rooms of a second process on the same store. */
  alongside(): Promise<OpenCommerce>;
  close(): Promise<void>;
}

export async function serve(overrides: Overrides = {}, more: Record<string, string> = {}): Promise<Served> {
  const scope = new Scope();
  const config = readCommerceConfig(environment(await openDatabase(scope), more));
  const { url } = await startSubgraph(scope, config, { log: quiet, ...overrides });

  const ask: Served['ask'] = async (query, variables = {}, { viewer = null, guest = null } = {}) => {
    const body = JSON.stringify({ query, variables });
    const call = { audience: 'commerce', method: 'POST', path: '/graphql', viewer, guest, locale: 'en' } as const;
    const claims = { ...call, requestId: 'r', deadline: Date.now() + 10_000 };
    const assertion = signCall(config.MOSAIC_CALLER_KEYS, claims, body);
    const headers = { 'content-type': 'application/json', [callerHeader]: assertion };
    return (await (await fetch(url, { method: 'POST', headers, body })).json()) as Answer;
  };
  const alongside = () => openCommerce(scope, config, { log: quiet, ...overrides });
  return { url, ask, alongside, close: () => scope.close() };
}

/** The codes of an answer's errors. */
export const codesOf = ({ errors = [] }: Answer): string[] => errors.map(({ extensions }) => extensions.code);
