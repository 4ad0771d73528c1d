// The identity of a session: the UUID that the client chose.
import { Binary } from 'bson';
import { bytesOf } from '../values/order.js';
import type { Document } from '../values/types.js';

export function sessionKey(lsid: Document): string | undefined {
  const { id } = lsid;
  return id instanceof Binary ? Buffer.from(bytesOf(id)).toString('base64url') : undefined;
}
