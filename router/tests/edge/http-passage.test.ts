// What a passage makes only when it is asked for: its logger.
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { expect, it } from 'vitest';
import { HttpPassage } from '../../src/edge/http-passage.js';

const lines: Record<string, unknown>[] = [];
const log = createLogger('router', 'DEBUG', { write: (line) => void lines.push(JSON.parse(line)) });
const passage = (headers: Record<string, string> = {}) => new HttpPassage({ headers } as never, {} as never, log);

it('says whether its client has left', () => {
  const one = passage();
  expect(one.hasLeft).toBe(false);
  one.leave();
  expect(one.hasLeft).toBe(true);
});

it('logs under its request id, and speaks the language of its client', () => {
  const one = passage({ 'x-request-id': 'request-12345', 'accept-language': 'fr' });
  const { log: own } = one;
  own.info('hello');
  expect(lines).toEqual([expect.objectContaining({ msg: 'hello', requestId: 'request-12345' })]);
  expect([one.locale, one.log === own]).toEqual(['fr', true]);
});
