// The public keys that access tokens are verified with (JWKS, RFC 7517), kept on disk so that neither a stopped `users`
// nor a restart of ours locks people out.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { minutes, seconds } from '@mosaic/kernel/values/time';
import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const keySetShape = z.object({ keys: z.array(z.looseObject({ kty: z.string(), kid: z.string() })).min(1) });
const FETCH_BUDGET = seconds(2);
const LARGEST_SET = 64 * 1024;
/** A flood of unknown key ids causes at most one fetch in this time. */
const COOL_DOWN = seconds(30);
/** ... but while we know no key at all, nobody can be let in: look often, and let callers wait a little for the first. */
const COOL_DOWN_WITHOUT_KEYS = 100;
const WAIT_FOR_KEYS = seconds(2);
const LOOK_AGAIN = minutes(5);

export class NoKeysYet extends Error {}

export interface KeySet {
  /** The key a token's header names. Throws NoKeysYet while no key was ever loaded, JWKSNoMatchingKey for an unknown one. */
  readonly keyFor: JWTVerifyGetKey;
}

/** Resolves at once: with the keys on disk, if there are any, and a first fetch under way. */
export async function openKeySet(scope: Scope, url: string, cache: string, log: Logger): Promise<KeySet> {
  let keys = await readCache(cache, log);
  let causedAt = Number.NEGATIVE_INFINITY;
  let fetching: Promise<void> | null = null;

  const load = async () => {
    try {
      const fresh = await fetchKeySet(url);
      if (JSON.stringify(fresh) !== JSON.stringify(keys?.set)) await writeCache(cache, fresh);
      keys = { set: fresh, find: createLocalJWKSet(fresh) };
    } catch (error) {
      log.warning('the key set was not loaded', { error, hasKeys: keys !== null });
    }
  };
  /** One fetch at a time; within `coolDown` after the last one that a token caused, none. */
  const refresh = (coolDown = 0): Promise<void> | null => {
    if (!fetching && performance.now() - causedAt >= coolDown) {
      if (coolDown > 0) causedAt = performance.now();
      fetching = load().finally(() => {
        fetching = null;
      });
    }
    return fetching;
  };

  void refresh();
  const timer = setInterval(() => void refresh(), LOOK_AGAIN);
  scope.defer(() => clearInterval(timer));

  return {
    async keyFor(header, token) {
      const until = performance.now() + WAIT_FOR_KEYS;
      while (!keys && performance.now() < until) {
        await (refresh(COOL_DOWN_WITHOUT_KEYS) ?? pause(COOL_DOWN_WITHOUT_KEYS));
      }
      if (!keys) throw new NoKeysYet();
      try {
        return await keys.find(header, token);
      } catch (error) {
        if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
        await refresh(COOL_DOWN);
        return keys.find(header, token);
      }
    },
  };
}

async function fetchKeySet(url: string): Promise<JSONWebKeySet> {
  const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_BUDGET), redirect: 'error' });
  if (!response.ok) throw new Error(`the key set answered ${response.status}`);
  const text = await response.text();
  if (text.length > LARGEST_SET) throw new Error('the key set is too large');
  return keySetShape.parse(JSON.parse(text));
}

async function readCache(path: string, log: Logger) {
  try {
    const set: JSONWebKeySet = keySetShape.parse(JSON.parse(await readFile(path, 'utf8')));
    return { set, find: createLocalJWKSet(set) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.warning('the key cache is not readable', { error });
    return null;
  }
}

/** By rename, so that another router never reads half a file. */
async function writeCache(path: string, set: JSONWebKeySet): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.draft`;
  await writeFile(draft, JSON.stringify(set), { mode: 0o600 });
  await rename(draft, path);
}
