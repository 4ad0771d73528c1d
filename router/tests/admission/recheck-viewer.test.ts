// Between its expiry and its close, a socket may start nothing more.
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { expect, it } from 'vitest';
import { Revocations } from '../../src/admission/follow-revocations.js';
import { recheckViewer } from '../../src/admission/recheck-viewer.js';
import { type Identity, JwtDesk } from '../../src/admission/token-desk.js';
import type { Passage } from '../../src/passage.js';
import type { Refused } from '../../src/respond/refusals.js';
import { ISSUER, viewer } from '../lab/keys.js';

const revocations = new Revocations();
const desk = new JwtDesk(ISSUER, { keyFor: () => Promise.reject(new Error('no token is verified here')) }, revocations);

function codeFor(identity: Identity | null): string | undefined {
  const passage: Passage = {
    transport: 'websocket',
    requestId: 'r-1',
    locale: 'en',
    log: createLogger('router', 'CRITICAL'),
    hasLeft: false,
    viewer: identity?.viewer ?? null,
    guest: null,
    socket: { identity },
  };
  return (recheckViewer(desk)(passage) as Refused | null)?.code;
}
const until = (fromNow: number, session = 's'): Identity => ({
  viewer: viewer('ada', session),
  expiresAt: new Date(Date.now() + fromNow),
});

it('admits an anonymous socket and one whose token lives', () => {
  expect(codeFor(null)).toBeUndefined();
  expect(codeFor(until(60_000))).toBeUndefined();
});

it('refuses one whose token expired or whose session was revoked', () => {
  expect(codeFor(until(-1))).toBe('UNAUTHENTICATED');
  revocations.add('gone');
  expect(codeFor(until(60_000, 'gone'))).toBe('UNAUTHENTICATED');
  expect(codeFor(until(60_000, 'other'))).toBeUndefined();
});
