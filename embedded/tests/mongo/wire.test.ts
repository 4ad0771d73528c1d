// The wire: limits, broken frames, and old handshakes.
import { describe, expect, it } from 'vitest';
import { useMongo } from './mongo-lab.js';
import { answerOf, closed, dial, frameOf, rawCommand } from './raw-client.js';

const lab = useMongo();

function header(length: number, operation: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.writeInt32LE(length, 0);
  bytes.writeInt32LE(operation, 12);
  return bytes;
}

const ping = frameOf({ ping: 1, $db: 'admin' });
const badLength = Buffer.from(ping);
badLength.writeInt32LE(9999, 21);
const badFlags = Buffer.from(ping);
badFlags.writeUInt32LE(0x10, 16);
const badKind = Buffer.from(ping);
badKind[20] = 7;

describe('the wire', () => {
  it.each([
    ['a length below the header', header(3, 2013)],
    ['a negative length', header(-1, 2013)],
    ['a message over 48 MB', header(60_000_000, 2013)],
    ['an unknown operation', header(16, 99)],
    ['an OP_MSG without a body', Buffer.concat([header(21, 2013), Buffer.alloc(5)])],
    ['a document longer than its message', badLength],
    ['unknown required flags', badFlags],
    ['an unknown section', badKind],
    ['garbage', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ])('closes the connection on %s and serves the others', async (_, bytes) => {
    const socket = await dial(lab.server.port);
    const end = closed(socket);
    socket.write(bytes);
    await end;
    expect(await lab.client.db().command({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('puts frames together from pieces, and answers several in order', async () => {
    const socket = await dial(lab.server.port);
    const answer = answerOf(socket);
    for (const byte of ping) socket.write(Buffer.of(byte));
    expect(await answer).toEqual({ ok: 1 });
    socket.destroy();
  });

  it('refuses documents over 16 MiB, however they come to be', async () => {
    const c = lab.client.db().collection('large');
    await c.insertOne({ _id: 'half' as never, pad: 'x'.repeat(9_000_000) });
    const insert = rawCommand(lab.server.port, 'app', {
      insert: 'large',
      documents: [{ pad: 'x'.repeat(16 * 1024 * 1024) }],
    });
    expect(await insert).toMatchObject({ writeErrors: [{ code: 10334 }] });
    const grow = c.updateOne({}, { $set: { more: 'x'.repeat(9_000_000) } });
    await expect(grow).rejects.toMatchObject({ code: 10334 });
    expect(await c.countDocuments()).toBe(1);
    const doubled = c.aggregate([{ $project: { a: '$pad', b: '$pad' } }]).toArray();
    await expect(doubled).rejects.toMatchObject({ code: 10334 });
    await c.insertOne({ _id: 'other' as never, pad: 'y'.repeat(9_000_000) });
    await expect(c.distinct('pad')).rejects.toMatchObject({ code: 10334 });
    expect(await lab.client.db().command({ ping: 1 })).toEqual({ ok: 1 });
  });

  it('does not answer a write that wants no answer, and executes it', async () => {
    const c = lab.client.db().collection('silent');
    await c.insertOne({ a: 1 }, { writeConcern: { w: 0 } });
    await expect.poll(() => c.countDocuments()).toBe(1);
  });

  it('answers only on the loopback interface', () => {
    expect(lab.server.url('app')).toBe(`mongodb://127.0.0.1:${lab.server.port}/app?replicaSet=rs0`);
  });
});
