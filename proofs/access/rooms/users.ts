// People, sessions, roles.
import { randomUUID } from 'node:crypto';
import { Person } from '../../lab/person.js';
import type { AccessRoom } from '../room.js';

interface Sessions {
  me: { sessions: { id: string; isCurrent: boolean }[] };
}

export const users: AccessRoom = {
  async records({ owner }) {
    const { me } = await owner.ask<Sessions>('{ me { sessions { id isCurrent } } }');
    return { User: owner.id, Session: me.sessions[0]?.id ?? '' };
  },
  nested: {
    User: 'users(first: 100) { edges { node { @ } } }',
    Session: '$P { sessions { @ } }',
  },
  byId: { User: 'user' },
  queries: {
    me: 'me { id }',
    user: 'user(id: $User) { id }',
    users: 'users(first: 1) { pageInfo { hasNextPage } }',
    node: 'node(id: $Room) { ... on Room { kind } }',
    nodes: 'nodes(ids: [$Room]) { ... on Room { kind } }',
  },
  inputs: {
    signUp: () => ({ email: `${randomUUID()}@people.test`, password: randomUUID(), displayName: 'New' }),
    signIn: ({ owner }) => ({ ...owner.account }),
    refreshSession: async ({ router, owner }) => {
      const { session } = await Person.signIn(router, owner.account);
      return { refreshToken: session.refreshToken };
    },
    signOut: null,
    revokeSession: async ({ router, owner }) => {
      const other = await Person.signIn(router, owner.account);
      const { me } = await other.ask<Sessions>('{ me { sessions { id isCurrent } } }');
      return { sessionId: me.sessions.find(({ isCurrent }) => isCurrent)?.id };
    },
    revokeOtherSessions: null,
    updateProfile: async (_stage, person) => {
      const answer = await person?.ask<{ me: { version: number } }>('{ me { version } }');
      return { bio: 'changed', expectedVersion: answer?.me.version ?? 1 };
    },
    changePassword: (_stage, person) => ({
      currentPassword: person?.account.password ?? 'unknown',
      newPassword: person?.account.password ?? 'something new',
    }),
    changeUserRole: async ({ router }) => ({ userId: (await Person.signUp(router, 'Promoted')).id, role: 'COACH' }),
  },
  streams: {},
  endsSessions: ['signOut', 'revokeSession', 'revokeOtherSessions', 'changePassword'],
};
