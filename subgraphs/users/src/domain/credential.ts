// What proves who somebody is. Kept apart from User, so that no reader of people can ever load a hash.
import type { Id } from '@mosaic/kernel/values/ids';

export class Credential {
  userId: Id<'User'>;
  /** `<scheme>:<hash>`, e.g. bcrypt:$2b$12$... */
  passwordHash: string;
  changedAt: Date;
}
