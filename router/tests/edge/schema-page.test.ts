// GET /schema.graphql: the schema that clients see, only where it is shown.
import { buildClientSchema, buildSchema, getIntrospectionQuery, type IntrospectionQuery, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { get } from '../lab/built-app.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
const PATH = '/schema.graphql';

it('shows as SDL what introspection shows', async () => {
  const { status, headers, body } = await get(lab.url, PATH);
  expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
  const { data } = await ask(lab.url, getIntrospectionQuery({ specifiedByUrl: true, inputValueDeprecation: true }));
  const seen = buildClientSchema(data as unknown as IntrospectionQuery);
  expect(body.toString()).toBe(`${printSchema(seen)}\n`);
  expect(buildSchema(body.toString()).getType('Message')).toBeDefined();
  expect(body.toString()).not.toMatch(/join__|link__|_entities/);
});

it('answers HEAD, and nothing that writes', async () => {
  const head = await get(lab.url, PATH, {}, 'HEAD');
  expect([head.status, head.body.length, Number(head.headers['content-length']) > 100]).toEqual([200, 0, true]);
  expect((await get(lab.url, PATH, {}, 'POST')).status).toBe(404);
});

it('is not there where the schema is hidden, whoever asks', async () => {
  const hidden = await lab.startRouter({ NODE_ENV: 'production' });
  const { status, body } = await get(hidden.url, PATH, { accept: 'text/html' });
  expect([status, body.toString()]).toEqual([404, '{"error":"not found"}\n']);
  const shown = await lab.startRouter({ NODE_ENV: 'production', INTROSPECTION: 'on' });
  expect((await get(shown.url, PATH)).status).toBe(200);
});
