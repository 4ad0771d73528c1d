// Writes what proves who somebody is.
import type { EntityManager } from '@mikro-orm/postgresql';
import { Credential } from '../../domain/credential.js';

export const writeCredentials = (em: EntityManager) => ({
  async add(credential: Credential): Promise<void> {
    await em.insert(Credential, credential);
  },

  /** False when the hash is no longer the one that was verified. */
  async replace(userId: string, verifiedHash: string, passwordHash: string, changedAt: Date): Promise<boolean> {
    const condition = { userId, passwordHash: verifiedHash } as object;
    return (await em.nativeUpdate(Credential, condition, { passwordHash, changedAt })) === 1;
  },

  /** Whatever it was before. */
  async overwrite(userId: string, passwordHash: string, changedAt: Date): Promise<void> {
    await em.nativeUpdate(Credential, { userId } as object, { passwordHash, changedAt });
  },

  /** Whether this hash is still the one. */
  async stands(userId: string, verifiedHash: string): Promise<boolean> {
    return (await em.count(Credential, { userId, passwordHash: verifiedHash } as object)) === 1;
  },
});
