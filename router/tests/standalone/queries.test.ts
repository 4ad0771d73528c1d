// SUPERGRAPH_PATH and PORT: queries and mutations over plain subgraphs, with what the client brings passed on.
import { expect, it } from 'vitest';
import { ask } from '../lab/ask.js';
import { useAlone } from './lab/alone.js';

const alone = useAlone();

it('joins the subgraphs in one answer', async () => {
  const { data, errors, status } = await ask(alone.url, '{ messages { id body author { name nickname } } }');
  expect({ data, errors, status }).toEqual({
    status: 200,
    errors: undefined,
    data: {
      messages: [
        { id: '1', body: 'message 1', author: { name: 'Ada', nickname: 'nick-ada' } },
        { id: '2', body: 'message 2', author: { name: 'Bob', nickname: 'nick-bob' } },
      ],
    },
  });
});

it('runs a mutation, and reads what it wrote', async () => {
  const renamed = await ask(
    alone.url,
    'mutation ($name: String!) { rename(id: "bob", name: $name) { name nickname } }',
    {
      variables: { name: 'Robert' },
    },
  );
  expect(renamed.data).toEqual({ rename: { name: 'Robert', nickname: 'nick-bob' } });
  expect((await ask(alone.url, '{ person(id: "bob") { name } }')).data).toEqual({ person: { name: 'Robert' } });
});

it('passes Authorization on to every subgraph of the plan, and no other header', async () => {
  const { data } = await ask(alone.url, '{ peopleHeard messagesHeard messages { author { heard } } }', {
    headers: { authorization: 'Bearer whatever it is', 'x-tenant': 'blue' },
  });
  const heard = JSON.stringify({ over: 'http', authorization: 'Bearer whatever it is', tenant: null, params: null });
  expect(data).toEqual({
    peopleHeard: heard,
    messagesHeard: heard,
    messages: [{ author: { heard } }, { author: { heard } }],
  });
});

it('passes on the headers of PASS_HEADERS instead', async () => {
  const { url, stop } = await alone.start({ PASS_HEADERS: 'X-Tenant' });
  const { data } = await ask(url, '{ peopleHeard }', { headers: { authorization: 'Bearer x', 'x-tenant': 'blue' } });
  expect(JSON.parse(String(data?.['peopleHeard']))).toEqual({
    ...{ over: 'http', authorization: null, tenant: 'blue', params: null },
  });
  await stop();
});

it("asks nobody who they are: a token that is none is the subgraphs' business", async () => {
  const { status, data } = await ask(alone.url, '{ person(id: "ada") { name } }', {
    headers: { authorization: 'nonsense' },
  });
  expect({ status, data }).toEqual({ status: 200, data: { person: { name: 'Ada' } } });
});

it("tells a subgraph's error as it was said, without its stack trace", async () => {
  const { data, errors, status } = await ask(alone.url, '{ failing person(id: "ada") { name } }');
  expect(status).toBe(200);
  expect(data).toEqual({ failing: null, person: { name: 'Ada' } });
  expect(errors).toHaveLength(1);
  expect(errors?.[0]).toMatchObject({
    message: 'out of stock',
    path: ['failing'],
    extensions: { code: 'OUT_OF_STOCK' },
  });
  expect(JSON.stringify(errors)).not.toContain('secret');
});

it('shows the schema, and hides it when told', async () => {
  const question = '{ __type(name: "Message") { fields { name } } }';
  const { data } = await ask(alone.url, question);
  expect(data).toEqual({ __type: { fields: [{ name: 'id' }, { name: 'body' }, { name: 'author' }] } });
  expect(await (await fetch(new URL('/schema.graphql', alone.url))).text()).toContain('type Message {');
  const { url, stop } = await alone.start({ INTROSPECTION: 'off' });
  expect((await ask(url, question)).codes).toEqual(['INTROSPECTION_OFF']);
  expect((await fetch(new URL('/schema.graphql', url))).status).toBe(404);
  await stop();
});

it('has limits that are settings', async () => {
  const deep = '{ messages { author { name } } }';
  const { url, stop } = await alone.start({ MAX_DEPTH: '2' });
  expect((await ask(url, deep)).codes).toEqual(['TOO_DEEP']);
  expect((await ask(alone.url, deep)).codes).toEqual([]);
  await stop();
});

it('answers a GET without asking for a preflight, because no cookie means anything here', async () => {
  const response = await fetch(`${alone.url}?query={person(id:"ada"){name}}`);
  expect(await response.json()).toEqual({ data: { person: { name: 'Ada' } } });
});

it('knows none of the doors of Mosaic', async () => {
  for (const path of ['/', '/session/sign-in', '/media/x', '/webhooks/stripe']) {
    expect((await fetch(new URL(path, alone.url), { method: 'POST' })).status).toBe(404);
  }
  expect((await fetch(new URL('/health', alone.url))).status).toBe(200);
  expect((await fetch(new URL('/live', alone.url))).status).toBe(200);
  expect((await fetch(new URL('/ready', alone.url))).status).toBe(200);
});
