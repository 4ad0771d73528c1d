// Asks each root field once, about the owner's records, with an input that would do for whoever is admitted.
import { randomUUID } from 'node:crypto';
import { send } from '../lab/chat.js';
import { Person } from '../lab/person.js';
import { askRouter } from './ask-as.js';
import type { RootRow } from './matrix.js';
import { type Stage, watchedMonitor } from './stage.js';

type Make = (stage: Stage, person: Person | null) => Promise<Record<string, unknown>> | Record<string, unknown>;

const queries: Record<string, string> = {
  me: 'me { id }',
  user: 'user(id: $User) { id }',
  users: 'users(first: 1) { pageInfo { hasNextPage } }',
  node: 'node(id: $Room) { ... on Room { kind } }',
  nodes: 'nodes(ids: [$Room]) { ... on Room { kind } }',
  room: 'room(id: $Room) { id }',
  monitor: 'monitor(id: $Monitor) { id }',
};

const freshMember = async ({ router, owner, ids }: Stage): Promise<string> => {
  const { id: userId } = await Person.signUp(router, 'Passer-by');
  await owner.ask('mutation ($input: AddRoomMemberInput!) { addRoomMember(input: $input) { room { id } } }', {
    input: { roomId: ids['Room'], userId },
  });
  return userId;
};

const openAlert = async ({ owner }: Stage): Promise<string> => {
  await watchedMonitor(owner);
  const { me } = await owner.ask<{ me: { alerts: { edges: { node: { id: string } }[] } } }>(
    '{ me { alerts(status: OPEN, first: 1) { edges { node { id } } } } }',
  );
  return me.alerts.edges[0]?.node.id ?? '';
};

/** Null for a mutation without input. */
const inputs: Record<string, Make | null> = {
  signUp: () => ({ email: `${randomUUID()}@people.test`, password: randomUUID(), displayName: 'New' }),
  signIn: ({ owner }) => ({ ...owner.account }),
  refreshSession: async ({ router, owner }) => {
    const { session } = await Person.signIn(router, owner.account);
    return { refreshToken: session.refreshToken };
  },
  signOut: null,
  revokeSession: async ({ router, owner }) => {
    const other = await Person.signIn(router, owner.account);
    const { me } = await other.ask<{ me: { sessions: { id: string; isCurrent: boolean }[] } }>(
      '{ me { sessions { id isCurrent } } }',
    );
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
  openDirectRoom: async ({ router }) => ({ userId: (await Person.signUp(router, 'Contact')).id }),
  createRoom: () => ({ title: 'Another', memberIds: [], idempotencyKey: randomUUID() }),
  renameRoom: ({ ids }) => ({ roomId: ids['Room'], title: 'Renamed' }),
  addRoomMember: async ({ router, ids }) => ({
    roomId: ids['Room'],
    userId: (await Person.signUp(router, 'Guest')).id,
  }),
  removeRoomMember: async (stage) => ({ roomId: stage.ids['Room'], userId: await freshMember(stage) }),
  leaveRoom: ({ ids }) => ({ roomId: ids['Room'] }),
  sendMessage: ({ ids }) => ({ roomId: ids['Room'], body: 'hello', clientMessageId: randomUUID() }),
  markRoomRead: async ({ owner, ids }) => ({
    roomId: ids['Room'],
    upTo: (await send(owner, ids['Room'] ?? '', 'read this')).id,
  }),
  setTyping: ({ ids }) => ({ roomId: ids['Room'], isTyping: true }),
  createMonitor: () => ({ name: 'Steps', unit: 'steps' }),
  createAlertRule: ({ ids }) => ({ monitorId: ids['Monitor'], comparison: 'LT', threshold: 1 }),
  recordReading: ({ ids }) => ({
    monitorId: ids['Monitor'],
    value: 5,
    at: new Date().toISOString(),
    idempotencyKey: randomUUID(),
  }),
  acknowledgeAlert: async (stage) => ({ alertId: await openAlert(stage) }),
  resolveAlert: async (stage) => ({ alertId: await openAlert(stage) }),
};

/** Whether this person got an answer; the codes say why not. */
export async function tryRoot(
  stage: Stage,
  { operation, field }: Pick<RootRow, 'operation' | 'field'>,
  person: Person | null,
): Promise<{ isAdmitted: boolean; codes: string[] }> {
  const { query, variables } = operation === 'Query' ? queryOf(stage, field) : await mutationOf(stage, field, person);
  const { data, errors = [] } = await askRouter(stage.router, person, query, variables);
  const answer = data?.[field] as { userErrors?: { code: string }[] } | (object | null)[] | null | undefined;
  const refused = answer && 'userErrors' in answer ? (answer.userErrors ?? []) : [];
  const codes = [...errors.map(({ extensions }) => extensions?.code ?? ''), ...refused.map(({ code }) => code)];
  const isNothing = answer == null || (Array.isArray(answer) && answer.every((member) => member === null));
  return { isAdmitted: !isNothing && codes.length === 0, codes };
}

function queryOf({ ids }: Stage, field: string) {
  const selection = queries[field];
  if (!selection) throw new Error(`no sample of Query.${field}`);
  const used = ['User', 'Room', 'Monitor'].filter((type) => selection.includes(`$${type}`));
  const header = used.length > 0 ? `query (${used.map((type) => `$${type}: ID!`).join(', ')})` : '';
  return { query: `${header} { ${selection} }`, variables: Object.fromEntries(used.map((type) => [type, ids[type]])) };
}

async function mutationOf(stage: Stage, field: string, person: Person | null) {
  const make = inputs[field];
  if (make === undefined) throw new Error(`no sample of Mutation.${field}`);
  if (make === null) return { query: `mutation { ${field} { userErrors { code } } }`, variables: {} };
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input!`;
  const query = `mutation ($input: ${type}) { ${field}(input: $input) { userErrors { code } } }`;
  return { query, variables: { input: await make(stage, person) } };
}
