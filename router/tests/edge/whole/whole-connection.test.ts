// Who answers what comes over one connection, in which order; and how connections end.
import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { byteText } from '../../../src/bounds/byte-text.js';
import type { WholeResponse } from '../../../src/edge/whole/whole-response.js';
import { clientOf, post, useWholeLab } from './whole-lab.js';

const lab = useWholeLab(1_000);
const echo = lab.answer;
beforeEach(() => {
  lab.answered.length = 0;
  lab.answer = echo;
});

/** Answers nothing by itself from now on: the responses that wait. */
function holdAnswers(): WholeResponse[] {
  const waiting: WholeResponse[] = [];
  lab.answer = (_, response) => void waiting.push(response);
  return waiting;
}

describe('who answers', () => {
  it('answers whole requests, one after another; from the first other one on it is Node', async () => {
    const client = await clientOf(lab);
    for (const body of ['1', '2']) {
      client.write(post(body));
      await client.hears(`whole ${body}\n`);
    }
    client.write('GET /page HTTP/1.1\r\nHost: x\r\n\r\n');
    await client.hears('node \n');
    client.write(post('3'));
    await client.hears('node 3\n');
    expect(lab.answered).toEqual(['whole 1', 'whole 2', 'node ', 'node 3']);
    client.socket.destroy();
  });

  it('leaves a request to Node that comes in pieces, wherever it is cut', async () => {
    const text = post('{"query":"{ a }"}');
    for (let cut = 1; cut < text.length; cut += 1) {
      lab.answered.length = 0;
      const client = await clientOf(lab);
      client.write(text.slice(0, cut));
      await new Promise((resolve) => setImmediate(resolve));
      client.write(text.slice(cut));
      await client.hears('{"query":"{ a }"}\n');
      // The system may have joined the pieces: then it came whole.
      expect(lab.answered).toHaveLength(1);
      client.socket.destroy();
    }
  });

  it('leaves other paths to Node', async () => {
    const client = await clientOf(lab);
    client.write(post('1').replace('/graphql', '/else'));
    await client.hears('node 1\n');
    client.socket.destroy();
  });

  it('answers several in one piece in their order, by Node', async () => {
    const client = await clientOf(lab);
    client.write(post('1') + post('2') + post('3'));
    await client.hears('node 3\n');
    expect(lab.answered).toEqual(['node 1', 'node 2', 'node 3']);
    client.socket.destroy();
  });

  it('lets what comes under an answer wait for it, whatever it is', async () => {
    const waiting = holdAnswers();
    const client = await clientOf(lab);
    client.write(post('1'));
    await expect.poll(() => waiting.length).toBe(1);
    client.write(post('2'));
    client.write(post('3').slice(0, 30));
    await new Promise((resolve) => setTimeout(resolve, 50)); // for what must not happen
    expect(lab.answered).toEqual(['whole 1']);
    waiting[0]?.end(byteText('first\n'));
    await client.hears('node 2\n');
    client.write(post('3').slice(30));
    await client.hears('node 3\n');
    expect(client.heard().indexOf('first\n')).toBeLessThan(client.heard().indexOf('node 2\n'));
    client.socket.destroy();
  });

  it('hands over to Node who asks on without reading', async () => {
    lab.answer = (_, response) => response.end(byteText('x'.repeat(8 * 1024 * 1024)));
    const client = await clientOf(lab);
    client.socket.pause();
    client.write(post('1'));
    await expect.poll(() => lab.answered).toEqual(['whole 1']);
    client.write(post('2'));
    await expect.poll(() => lab.answered).toEqual(['whole 1', 'node 2']);
    client.socket.resume();
    await client.hears('node 2\n');
    client.socket.destroy();
  });

  it('lets Node upgrade a connection that has asked before', async () => {
    lab.server.once('upgrade', (_, socket) => void socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n'));
    const client = await clientOf(lab);
    client.write(post('1'));
    await client.hears('whole 1\n');
    client.write('GET /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
    await client.hears('101 Switching');
    await client.closed;
  });
});

describe('how it ends', () => {
  it('is told that its client has left, while it works; not afterwards', async () => {
    const waiting = holdAnswers();
    let left = 0;
    const client = await clientOf(lab);
    client.write(post('1'));
    await expect.poll(() => waiting.length).toBe(1);
    (waiting[0] as WholeResponse).whenLeft = () => {
      left += 1;
    };
    client.socket.destroy();
    await expect.poll(() => left).toBe(1);
    waiting[0]?.end(byteText('for nobody\n'));
    lab.answer = (_, response) => {
      response.whenLeft = () => {
        left += 1;
      };
      response.end(byteText('done\n'));
    };
    const other = await clientOf(lab);
    other.write(post('2'));
    await other.hears('done\n');
    other.socket.destroy();
    await other.closed;
    expect(left).toBe(1);
  });

  it('answers nobody whose connection broke, though more had come over it', async () => {
    const waiting = holdAnswers();
    const client = await clientOf(lab);
    let left = 0;
    client.write(post('1'));
    await expect.poll(() => waiting.length).toBe(1);
    (waiting[0] as WholeResponse).whenLeft = () => {
      left += 1;
    };
    client.write(post('2'));
    client.socket.resetAndDestroy();
    await expect.poll(() => left).toBe(1);
    waiting[0]?.end(byteText('for nobody\n'));
    const other = await clientOf(lab);
    lab.answer = echo;
    other.write(post('3'));
    await other.hears('whole 3\n');
    expect(lab.answered).toEqual(['whole 1', 'whole 3']);
    other.socket.destroy();
  });

  it('closes with an answer that says so', async () => {
    lab.answer = (_, response) => {
      response.shouldKeepAlive = false;
      response.end(byteText('last\n'));
    };
    const client = await clientOf(lab);
    client.write(post('1'));
    await client.closed;
    expect(client.heard()).toMatch(/\r\nConnection: close\r\nContent-Length: 5\r\n\r\nlast\n$/);
  });

  it('closes a connection that rests too long, and one that is half closed', async () => {
    const client = await clientOf(lab);
    client.write(post('1'));
    await client.hears('Keep-Alive: timeout=1\r\n');
    await client.closed;
    const other = await clientOf(lab);
    other.write(post('2'));
    await other.hears('whole 2\n');
    other.socket.end();
    await other.closed;
    expect(await new Promise((resolve) => lab.server.getConnections((_, count) => resolve(count)))).toBe(0);
  });

  it('leaves a client that says nothing to the patience of Node', async () => {
    const client = await clientOf(lab);
    await client.hears('408 Request Timeout');
    await client.closed;
  });

  it('closes those that wait for nothing, and no others, until it is told to close all', async () => {
    const waiting = holdAnswers();
    const [busy, silent] = await Promise.all([clientOf(lab), clientOf(lab)]);
    busy.write(post('1'));
    await expect.poll(() => waiting.length).toBe(1);
    lab.whole.closeIdle();
    await silent.closed;
    expect(busy.socket.destroyed).toBe(false);
    const closed = once(busy.socket, 'close');
    lab.whole.closeAll();
    await closed;
  });
});
