// Configuration: whatever is wrong stops the start, named by its variable, and no value is ever shown.
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ConfigError, readConfig } from '../config/read-config.js';
import { Secret } from '../config/secret.js';
import { callerKeys, everyProcess, everySubgraph, key256, port, storeUrl } from '../config/settings.js';

const key = Buffer.alloc(32, 7).toString('base64url');
const good = {
  PORT: '4001',
  REDIS_URL: 'redis://:hunter2@localhost',
  MOSAIC_CALLER_KEYS: JSON.stringify({ current: 'a', keys: { a: key } }),
  MOSAIC_CURSOR_KEY: key,
};

const problemsOf = (read: () => unknown): readonly string[] => {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
};

describe('reading', () => {
  it('gives typed, frozen settings with their defaults', () => {
    const config = readConfig(everySubgraph, good);
    expect(config).toMatchObject({ PORT: 4001, HOST: '127.0.0.1', LOG_LEVEL: 'INFO', NODE_ENV: 'development' });
    expect(config.REDIS_URL.reveal()).toBe('redis://:hunter2@localhost');
    expect(config.MOSAIC_CALLER_KEYS.keys['a']?.reveal()).toEqual(Buffer.alloc(32, 7));
    expect(Object.isFrozen(config)).toBe(true);
  });

  it('names every missing setting at once; empty counts as missing', () => {
    expect(problemsOf(() => readConfig(everySubgraph, { PORT: '' })).toSorted((a, b) => a.localeCompare(b))).toEqual([
      'MOSAIC_CALLER_KEYS: must be set',
      'MOSAIC_CURSOR_KEY: must be set',
      'PORT: must be set',
      'REDIS_URL: must be set',
    ]);
  });

  it.each([
    ['PORT', '99999'],
    ['PORT', '4001.5'],
    ['PORT', 'http'],
    ['REDIS_URL', 'http://hunter2'],
    ['LOG_LEVEL', 'info'],
    ['NODE_ENV', 'prod'],
    ['MOSAIC_CURSOR_KEY', 'hunter2'],
    ['MOSAIC_CALLER_KEYS', '{"hunter2'],
    ['MOSAIC_CALLER_KEYS', '{"current":"hunter2","keys":{}}'],
    ['MOSAIC_CALLER_KEYS', '{"current":"a","keys":{"a":"hunter2"}}'],
  ])('%s cannot be %s, and the value is not repeated', (name, value) => {
    const problems = problemsOf(() => readConfig(everySubgraph, { ...good, [name]: value }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: `));
    expect(problems[0]).not.toContain('must be set');
    expect(problems[0]).not.toContain('hunter2');
  });

  it.each([
    ['REDIS_URLS', 'REDIS_URLS: is not a setting; did you mean REDIS_URL?'],
    ['REDIS_UR', 'REDIS_UR: is not a setting; did you mean REDIS_URL?'],
    ['RDEIS_URL', 'RDEIS_URL: is not a setting; did you mean REDIS_URL?'],
    ['REDIS_YRL', 'REDIS_YRL: is not a setting; did you mean REDIS_URL?'],
    ['MOSAIC_CURSORKEY', 'MOSAIC_CURSORKEY: is not a setting; did you mean MOSAIC_CURSOR_KEY?'],
    ['MOSAIC_TURBO', 'MOSAIC_TURBO: is not a setting of Mosaic'],
  ])('%s is noticed', (name, problem) => {
    expect(problemsOf(() => readConfig(everySubgraph, { ...good, [name]: 'x' }))).toEqual([problem]);
  });

  it('lets other programs and other processes of ours have their settings', () => {
    const env = {
      ...good,
      PATH: '/bin',
      LOGNAME: 'x',
      MOSAIC_SIGNING_KEY: 'x',
      MOSAIC_ISSUER: 'x',
      REDIS_VERSION: '7',
    };
    expect(problemsOf(() => readConfig(everySubgraph, env))).toEqual([]);
  });

  it('refuses settings that contradict each other', () => {
    const shape = { LEAST: z.coerce.number(), MOST: z.coerce.number() };
    const read = (LEAST: string, MOST: string) =>
      readConfig(shape, { LEAST, MOST }, (config) => (config.LEAST > config.MOST ? ['LEAST: is above MOST'] : []));
    expect(problemsOf(() => read('2', '1'))).toEqual(['LEAST: is above MOST']);
    expect(read('1', '2')).toEqual({ LEAST: 1, MOST: 2 });
  });

  it('puts one problem on a line', () => {
    expect(() => readConfig({ PORT: port, URL: storeUrl('redis') }, {})).toThrow(
      'The configuration is not usable:\n  PORT: must be set\n  URL: must be set',
    );
  });
});

describe('a secret', () => {
  it('never prints, however it is printed', () => {
    const secret = new Secret('hunter2');
    const shown = [`${secret}`, JSON.stringify({ secret }), inspect(secret), inspect({ deep: [secret] }, { depth: 9 })];
    for (const text of [
      ...shown,
      String(secret),
      Object.values(secret).join(),
      inspect(secret, { showHidden: true }),
    ]) {
      expect(text).not.toContain('hunter2');
    }
    expect(shown[0]).toBe('[secret]');
    expect(secret.reveal()).toBe('hunter2');
  });

  it('is what keys and URLs become', () => {
    expect(key256.parse(key)).toBeInstanceOf(Secret);
    expect(everyProcess.REDIS_URL.parse('rediss://x')).toBeInstanceOf(Secret);
    expect(JSON.stringify(callerKeys.parse(good.MOSAIC_CALLER_KEYS))).not.toContain(key);
  });
});
