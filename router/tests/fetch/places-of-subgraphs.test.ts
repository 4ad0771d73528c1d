// Wherever a routing URL says: any path, any query, IPv6; and what each request carries.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BODY, codesOf, useRoad } from './road.js';

const road = useRoad();
let seen: IncomingMessage[];
beforeEach(() => {
  seen = [];
  road.answer = (response, _, request) => {
    seen.push(request);
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"me":1}}');
  };
});

it.each(['/', '/graphql', '/a/b%20c/?x=1&y=%2F', '/?only=query'])('asks at %s', async (path) => {
  const url = new URL(path, road.far.url);
  const subgraph = road.open().to('elsewhere', url.href);
  expect(await subgraph.ask(BODY, 'query', road.call())).toEqual({ data: { me: 1 } });
  expect([seen[0]?.method, seen[0]?.url]).toEqual(['POST', path]);
});

it('says what it sends, what it takes, and which request it belongs to', async () => {
  await road.ask({ call: road.call({ requestId: 'r-77' }) });
  expect(seen[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'content-length': String(BODY.length),
    accept: 'application/json, application/graphql-response+json',
    'x-request-id': 'r-77',
    host: new URL(road.far.url).host,
  });
});

const six = createServer((request, response) => {
  seen.push(request);
  response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":{"six":6}}');
});
afterEach(() => {
  six.closeAllConnections();
  six.close();
});

it('asks an IPv6 host', async () => {
  await new Promise<void>((resolve) => six.listen(0, '::1', resolve));
  const host = `[::1]:${(six.address() as AddressInfo).port}`;
  const subgraph = road.open().to('six', `http://${host}/graphql?v=6`);
  expect(await subgraph.ask(BODY, 'query', road.call())).toEqual({ data: { six: 6 } });
  expect([seen[0]?.url, seen[0]?.headers.host]).toEqual(['/graphql?v=6', host]);
});

it('masks what cannot be reached, whatever the reason', async () => {
  const closed = `http://127.0.0.1:${await closedPort()}/graphql`;
  for (const url of [closed, 'http://nowhere.invalid/graphql', road.far.url.replace('http:', 'https:')]) {
    const subgraph = road.open().to('away', url);
    const answer = await subgraph.ask(BODY, 'query', road.call());
    expect([answer.data, codesOf(answer)]).toEqual([null, ['SUBGRAPH_UNAVAILABLE']]);
    expect(JSON.stringify(answer)).not.toMatch(/127\.0|ECONN|nowhere|away/);
  }
});

async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

it('wants to know where a subgraph is', () => {
  const subgraphs = road.open({ urls: { named: road.far.url } });
  expect(() => subgraphs.open('lost', undefined)).toThrow('no URL for the subgraph lost');
  subgraphs.open('named', 'http://elsewhere.example/');
  expect([subgraphs.urlOf('named'), subgraphs.urlOf('lost')]).toEqual([road.far.url, undefined]);
});
