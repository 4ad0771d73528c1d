// Mosaic's own subgraphs: one socket carries the subscriptions of all viewers. The socket's start is signed, and so is
// each subscribe message, which names its own viewer (docs/protocols/caller-assertion.md).
import { type CallerKeys, signCall, subscribeBody } from '@mosaic/kernel/identity/caller-assertion';
import { seconds } from '@mosaic/kernel/values/time';
import type { Call } from '../plan/call.js';
import type { Introduce } from './introduce.js';

const PATH = '/graphql';
const START_BUDGET = seconds(2);

export function introduceSigned(callerKeys: CallerKeys, audience: string): Introduce {
  const sign = (
    who: Pick<Call, 'viewer' | 'guest' | 'locale' | 'requestId'>,
    method: string,
    until: number,
    body = '',
  ) => signCall(callerKeys, { ...who, audience, method, path: PATH, deadline: until }, body);
  return {
    roadOf: () => '',
    greet: () => ({
      headers: {},
      params: () => ({
        caller: sign({ viewer: null, guest: null, locale: 'en', requestId: 'socket' }, 'WS', Date.now() + START_BUDGET),
      }),
    }),
    extensions: ({ query, variables }, { viewer, guest, locale, requestId }, until) => ({
      caller: sign({ viewer, guest, locale, requestId }, 'SUBSCRIBE', until.getTime(), subscribeBody(query, variables)),
    }),
  };
}
