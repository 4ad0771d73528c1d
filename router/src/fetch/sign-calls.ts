// Mosaic's way of saying who asks: the caller assertion of docs/protocols/caller-assertion.md.
import { type CallerKeys, callerHeader, signCall } from '@mosaic/kernel/identity/caller-assertion';
import type { VouchFor } from './vouch.js';

export const signCalls =
  (keys: CallerKeys): VouchFor =>
  (subgraph, url) => {
    // What the subgraph sees as its request's URL.
    const path = url.pathname + url.search;
    return {
      headersFor: ({ viewer, guest, locale, requestId }, body, deadline) => [
        callerHeader,
        signCall(keys, { audience: subgraph, method: 'POST', path, viewer, guest, locale, requestId, deadline }, body),
      ],
    };
  };
