// People, sessions, roles, and what lets somebody in.
import { randomUUID } from 'node:crypto';
import { act } from '../../lab/act.js';
import { awaitLetter, tokenIn } from '../../lab/mailbox.js';
import { type Account, Person } from '../../lab/person.js';
import type { AccessRoom } from '../room.js';
import type { Stage } from '../stage.js';

interface Sessions {
  me: { sessions: { id: string; isCurrent: boolean }[] };
}

const newcomer = ({ router }: Stage): Promise<Person> => Person.signUp(router, 'Newcomer');

const newAccount = (): Account => ({ email: `${randomUUID()}@people.test`, password: `pass ${randomUUID()}` });

/** The token in the letter with these words in its subject. */
const mailed = async ({ dataDir }: Stage, { email }: Account, words: string): Promise<string> =>
  tokenIn(await awaitLetter(dataDir, email, words));

const somebody = async (stage: Stage) => ({ userId: (await newcomer(stage)).id, reason: 'seen' });

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
    adminUsers: 'adminUsers(first: 1) { pageInfo { hasNextPage } }',
    node: 'node(id: $Room) { ... on Room { kind } }',
    nodes: 'nodes(ids: [$Room]) { ... on Room { kind } }',
  },
  inputs: {
    startGuest: null,
    signUp: () => ({ ...newAccount(), displayName: 'New' }),
    signIn: ({ owner }) => ({ ...owner.account }),
    refreshSession: async ({ router, owner }) => {
      const { session } = await Person.signIn(router, owner.account);
      return { refreshToken: session.refreshToken };
    },
    requestEmailVerification: null,
    verifyEmail: async (stage) => {
      const { account } = await newcomer(stage);
      return { token: await mailed(stage, account, 'Welcome') };
    },
    requestPasswordReset: ({ owner }) => ({ email: owner.account.email }),
    resetPassword: async (stage) => {
      const person = await newcomer(stage);
      const { email, password } = person.account;
      await act(person, 'requestPasswordReset', { email }, 'isRequested');
      return { token: await mailed(stage, person.account, 'another password'), newPassword: password };
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
    changeUserRole: async (stage) => ({ userId: (await newcomer(stage)).id, role: 'COACH' }),
    suspendUser: somebody,
    reinstateUser: somebody,
  },
  streams: {},
  endsSessions: ['signOut', 'revokeSession', 'revokeOtherSessions', 'changePassword'],
};
