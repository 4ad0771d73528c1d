// Writes people. `take` and `hold` lock.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { Profile } from '../../domain/profile.js';
import { type AccountStatus, type Role, User } from '../../domain/user.js';

export const writeUsers = (em: EntityManager) => {
  const change = async (user: User, changes: Partial<User>): Promise<User> => {
    em.assign(user, { ...changes, version: user.version + 1 });
    await em.flush();
    return user;
  };

  return {
    /** False when somebody has this e-mail, in whatever case: the unique index decides, so racers cannot both win. */
    async add(user: User): Promise<boolean> {
      const added = await em
        .createQueryBuilder(User)
        .insert({ ...user })
        .onConflict()
        .ignore()
        .returning('id')
        .execute('all');
      return added.length === 1;
    },

    find: (id: string): Promise<User | null> => em.findOne(User, { id } as object),

    /** Locked against change, not against being read or held by others. */
    hold: (id: string): Promise<User | null> =>
      em.findOne(User, { id } as object, { lockMode: LockMode.PESSIMISTIC_READ }),

    take: (id: string): Promise<User | null> =>
      em.findOne(User, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }),

    findByEmail: async (email: string): Promise<User | null> => {
      const [row] = await em.execute<{ id: string }[]>('select id from users where lower(email) = lower(?)', [email]);
      return row ? em.findOne(User, { id: row.id } as object) : null;
    },

    takeByEmail: async (email: string): Promise<User | null> => {
      const [row] = await em.execute<{ id: string }[]>('select id from users where lower(email) = lower(?)', [email]);
      return row ? em.findOne(User, { id: row.id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
    },

    /** The ids of all admins who may sign in, locked in id order: two who demote each other come one after the other. */
    async takeAdmins(): Promise<string[]> {
      const rows = await em.execute<{ id: string }[]>(
        "select id from users where role = 'ADMIN' and status = 'ACTIVE' order by id for update",
      );
      return rows.map(({ id }) => id);
    },

    /** The person, taken before, with another profile. */
    changeProfile: (user: User, profile: Profile): Promise<User> => change(user, profile),

    /** The person, taken before, with another role. */
    changeRole: (user: User, role: Role): Promise<User> => change(user, { role }),

    /** The person, taken before, suspended or reinstated. */
    changeStatus: (user: User, status: AccountStatus): Promise<User> => change(user, { status }),

    /** The person, taken before, who proved that the address is theirs. */
    verifyEmail: (user: User, now: Date): Promise<User> => change(user, { emailVerifiedAt: now }),
  };
};
