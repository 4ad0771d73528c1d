// Reads what proves who somebody is. For the system only: nothing here may reach a viewer.
import type { EntityManager } from '@mikro-orm/postgresql';

export interface Proof {
  userId: string;
  email: string;
  passwordHash: string;
}

export const readCredentials = (fork: () => EntityManager) => {
  const find = async (condition: string, value: string): Promise<Proof | null> => {
    const [row] = await fork().execute<{ user_id: string; email: string; password_hash: string }[]>(
      `select credentials.user_id, email, password_hash from users join credentials on user_id = id where ${condition}`,
      [value],
    );
    return row ? { userId: row.user_id, email: row.email, passwordHash: row.password_hash } : null;
  };
  return {
    systemProofByEmail: (email: string) => find('lower(email) = lower(?)', email),
    systemProofOf: (userId: string) => find('users.id = ?', userId),
  };
};
