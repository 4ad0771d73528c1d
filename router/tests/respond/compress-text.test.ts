// JOL-60: a long answer is shorter on the wire for who takes it so, and the same once it is read.
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { getIntrospectionQuery } from 'graphql';
import { describe, expect, it } from 'vitest';
import { encodingFor } from '../../src/respond/compress-text.js';
import { get } from '../lab/built-app.js';
import { useAlone } from '../standalone/lab/alone.js';

describe('encodingFor', () => {
  it.each([
    [undefined, null],
    ['', null],
    ['identity', null],
    ['deflate, zstd', null],
    ['gzip', 'gzip'],
    ['br', 'br'],
    ['gzip, deflate, br', 'br'],
    ['GZIP', 'gzip'],
    ['gzip;q=1.0, br;q=0.5', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['*', 'br'],
    ['*;q=0', null],
    ['gzip;q=0', null],
    ['gzip;q=0.5, identity', null],
    ['gzip, identity', 'gzip'],
    ['gzip;q=lots', null],
    ['gzip;q=2', null],
  ])('%j: %s', (header, encoding) => {
    expect(encodingFor(header)).toBe(encoding);
  });
});

describe('over HTTP', () => {
  const alone = useAlone();
  const LONG = getIntrospectionQuery({ descriptions: false });
  const ask = (query: string, acceptEncoding?: string) =>
    get(alone.url, `/graphql?${new URLSearchParams({ query })}`, {
      ...(acceptEncoding !== undefined && { 'accept-encoding': acceptEncoding }),
    });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('a long answer by %s', async (encoding, decode) => {
    const plain = await ask(LONG);
    const { status, headers, body } = await ask(LONG, encoding);
    expect([status, headers['content-encoding'], headers['content-length']]).toEqual([
      ...[200, encoding, String(body.length)],
    ]);
    expect(headers['content-type']).toBe(plain.headers['content-type']);
    expect(decode(body).equals(plain.body)).toBe(true);
    expect(body.length).toBeLessThan(plain.body.length / 3);
  });

  it('tells caches that a long answer has more forms, whichever it takes', async () => {
    const answers = await Promise.all([ask(LONG), ask(LONG, 'identity'), ask(LONG, 'gzip')]);
    expect(answers.map(({ headers }) => [headers['content-encoding'], headers.vary])).toEqual([
      [undefined, 'Accept-Encoding'],
      [undefined, 'Accept-Encoding'],
      ['gzip', 'Accept-Encoding'],
    ]);
  });

  it('leaves a short one as it is', async () => {
    const { headers, body } = await ask('{ __typename }', 'gzip, br');
    expect([headers['content-encoding'], headers.vary]).toEqual([undefined, undefined]);
    expect(JSON.parse(String(body))).toEqual({ data: { __typename: 'Query' } });
  });
});
