// Sandbox in development, nothing in production; introspection follows.
import { getIntrospectionQuery } from 'graphql';
import { expect, it } from 'vitest';
import { ask, listen, socketClient } from '../lab/ask.js';
import { useLab } from '../lab/lab.js';

const lab = useLab();
const open = (url: string) => fetch(url, { headers: { accept: 'text/html,*/*' } });
const production = { NODE_ENV: 'production' };

it('opens Sandbox at the endpoint, under a policy of its own', async () => {
  const page = await open(lab.url);
  const html = await page.text();
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(html).toContain('https://embeddable-sandbox.cdn.apollographql.com/');
  expect(html).toContain('new window.EmbeddedSandbox(');
  expect(html).toContain('The GraphQL endpoint at this address works without it'); // what stays when the CDN is away
  expect(html).not.toContain('Welcome to Apollo Server');
  expect(html).not.toContain('Mosaic'); // the router of any supergraph shows the same page
  const policy = page.headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toMatch(/script-src [^;]*https:\/\/embeddable-sandbox\.cdn\.apollographql\.com/);
  expect(policy).toContain('frame-src https://sandbox.embed.apollographql.com');
  expect(policy).toContain("connect-src 'self' ws: wss:");
});

it('answers the introspection query of tools, over both transports', async () => {
  const query = getIntrospectionQuery({ inputValueDeprecation: true, directiveIsRepeatable: true });
  const { data, errors } = await ask(lab.url, query);
  expect(errors).toBeUndefined();
  const schema = data as { __schema: { subscriptionType: { name: string } } };
  expect(schema.__schema.subscriptionType.name).toBe('Subscription');
  const client = socketClient(lab.url);
  const stream = listen(client, query);
  expect(await stream.ended).toBe('completed');
  expect(stream.events[0]?.data).toEqual(data);
  await client.dispose();
});

it('bounds introspection', async () => {
  const nested = (depth: number): string => (depth === 0 ? 'name' : `ofType { ${nested(depth - 1)} }`);
  expect((await ask(lab.url, `{ __type(name: "Query") { ${nested(18)} } }`)).codes).toEqual(['TOO_DEEP']);
  const cyclic = '{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }';
  expect((await ask(lab.url, cyclic)).status).toBe(400);
});

it('shows production a plain page, and no schema', async () => {
  const { url } = await lab.startRouter({ ...production });
  const page = await open(url);
  expect(await page.text()).toBe(
    '<!doctype html><title>GraphQL</title><p>This is a GraphQL endpoint; send it a POST.</p>\n',
  );
  expect(page.headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
  expect((await ask(url, '{ a: __schema { queryType { name } } }')).codes).toEqual(['INTROSPECTION_OFF']);
  expect((await ask(url, 'fragment F on Query { __type(name: "Query") { name } } { ...F }')).codes).toEqual([
    'INTROSPECTION_OFF',
  ]);
  expect((await ask(url, '{ __typename }')).data).toEqual({ __typename: 'Query' });
  const client = socketClient(url);
  expect(await listen(client, '{ __schema { queryType { name } } }').ended).toEqual([
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'INTROSPECTION_OFF' }) }),
  ]);
  await client.dispose();
});

it('shows the schema in production when told so', async () => {
  const { url } = await lab.startRouter({ ...production, INTROSPECTION: 'on' });
  expect((await ask(url, '{ __schema { queryType { name } } }')).data).toEqual({
    __schema: { queryType: { name: 'Query' } },
  });
});
