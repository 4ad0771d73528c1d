// What the HTTP door says of its own failures, and of clients that are gone.
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { serveHttp } from '../../src/edge/http-server.js';
import { readOperation } from '../../src/edge/read-operation.js';
import type { Stage } from '../../src/passage.js';
import { eventually } from '../lab/eventually.js';

const lines: Record<string, unknown>[] = [];
const log = createLogger('router', 'DEBUG', { write: (line) => void lines.push(JSON.parse(line)) });
const read: Stage = { name: 'read operation', over: 'http', refuses: [], admit: readOperation };
const fail: Stage = { name: 'fail', over: 'http', refuses: [], admit: () => Promise.reject(new Error('a bug')) };
const { server } = serveHttp(
  () => [read, fail],
  async () => false,
  log,
);

beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
beforeEach(() => {
  lines.length = 0;
});
afterAll(() => server.close());

const port = () => (server.address() as AddressInfo).port;

it('answers a bug with an empty 500, and logs it as an error', async () => {
  const response = await fetch(`http://127.0.0.1:${port()}/graphql`, { method: 'POST', body: '{"query":"{ a }"}' });
  expect([response.status, await response.text()]).toEqual([500, '']);
  expect(lines).toEqual([
    expect.objectContaining({
      level: 'ERROR',
      msg: 'a request failed',
      error: expect.objectContaining({ message: 'a bug' }),
    }),
  ]);
});

it('calls a client that leaves in the middle of its body no failure', async () => {
  const client = connect(port(), '127.0.0.1');
  await once(client, 'connect');
  client.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-length: 50\r\n\r\n{"query"');
  await once(server, 'request');
  client.destroy();
  await eventually(() => expect(lines.map(({ level, msg }) => [level, msg])).toEqual([['DEBUG', 'a client left']]));
});
