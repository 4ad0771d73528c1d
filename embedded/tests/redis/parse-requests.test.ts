// The request parser: the same commands however the bytes are cut, and limits that hold.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_BULK_BYTES, RequestParser } from '../../redis/wire/parse-resp.js';

const bytes = fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array).toString('latin1'));
const command = fc.array(bytes, { minLength: 1, maxLength: 5 });

function encode(argv: readonly string[]): string {
  return `*${argv.length}\r\n${argv.map((arg) => `$${arg.length}\r\n${arg}\r\n`).join('')}`;
}

test('commands of any bytes come out as they went in, wherever the packets end', () => {
  const cuts = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(command, { minLength: 1, maxLength: 6 }), cuts, (commands, sizes) => {
      const stream = Buffer.from(commands.map(encode).join(''), 'latin1');
      const parser = new RequestParser();
      const parsed: string[][] = [];
      for (let at = 0, turn = 0; at < stream.length; turn++) {
        const size = sizes[turn % sizes.length]!;
        parsed.push(...parser.push(stream.subarray(at, at + size)));
        at += size;
      }
      expect(parsed).toEqual(commands);
      expect(parser.fault).toBeUndefined();
    }),
  );
});

test('no input whatsoever makes the parser throw, and a fault is final', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 8 }), (chunks) => {
      const parser = new RequestParser();
      for (const chunk of chunks) {
        const { fault } = parser;
        const commands = parser.push(Buffer.from(chunk));
        if (fault === undefined) continue;
        expect(commands).toEqual([]);
        expect(parser.fault).toBe(fault);
      }
    }),
  );
});

test('a value of exactly the maximum length is announced in peace, one byte more is refused', () => {
  const allowed = new RequestParser();
  allowed.push(Buffer.from(`*1\r\n$${MAX_BULK_BYTES}\r\n`));
  expect(allowed.fault).toBeUndefined();
  const refused = new RequestParser();
  refused.push(Buffer.from(`*1\r\n$${MAX_BULK_BYTES + 1}\r\n`));
  expect(refused.fault).toBe('ERR Protocol error: invalid bulk length');
});

test('a long value in many small packets arrives in linear time', () => {
  const value = 'x'.repeat(20_000_000);
  const stream = Buffer.from(encode(['SET', 'k', value]));
  const parser = new RequestParser();
  const started = performance.now();
  const parsed: string[][] = [];
  for (let at = 0; at < stream.length; at += 1024) parsed.push(...parser.push(stream.subarray(at, at + 1024)));
  expect(parsed.length).toBe(1);
  expect(parsed[0]![2]!.length).toBe(value.length);
  // Joining the buffers at every packet would copy 200 GB: minutes, not seconds.
  expect(performance.now() - started).toBeLessThan(5_000);
});
