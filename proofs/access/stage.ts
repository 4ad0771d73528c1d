// The people and records that the access proofs are about: one owner of everything, and five who look at it.
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { createRoom, send } from '../lab/chat.js';
import { Person } from '../lab/person.js';
import type { ViewerName } from './matrix.js';

const run = promisify(execFile);
const grantRole = fileURLToPath(new URL('../../subgraphs/users/dist/grant-role.js', import.meta.url));

export interface Stage {
  readonly router: string;
  readonly urls: World['urls'];
  /** Null is the anonymous viewer. */
  readonly people: Readonly<Record<ViewerName, Person | null>>;
  readonly owner: Person;
  /** The owner's record of each type, by its type. */
  readonly ids: Readonly<Record<string, string>>;
}

const RECORDS = /* GraphQL */ `
  {
    me {
      sessions { id }
      alerts(first: 1) { edges { node { id rule { id } } } }
      notifications(first: 1) { edges { node { id } } }
    }
  }
`;

interface Records {
  me: {
    sessions: [{ id: string }];
    alerts: { edges: [{ node: { id: string; rule: { id: string } } }] };
    notifications: { edges: [{ node: { id: string } }] };
  };
}

export async function setStage(world: World): Promise<Stage> {
  const [router = ''] = world.urls.router;
  const [owner, member, stranger, coach, admin] = (await Promise.all(
    ['Owner', 'Member', 'Stranger', 'Coach', 'Admin'].map((name) => Person.signUp(router, name)),
  )) as [Person, Person, Person, Person, Person];
  const Room = await createRoom(owner, 'The room', [member]);
  const { id: Message } = await send(owner, Room, 'the message');
  const Monitor = await watchedMonitor(owner);
  const { me } = await owner.ask<Records>(RECORDS);
  const [{ node: alert }] = me.alerts.edges;
  const [{ node: notification }] = me.notifications.edges;
  return {
    router,
    urls: world.urls,
    owner,
    people: {
      anonymous: null,
      stranger,
      coach: await promoted(world, coach, 'COACH'),
      admin: await promoted(world, admin, 'ADMIN'),
      member,
      owner,
    },
    ids: {
      User: owner.id,
      Session: me.sessions[0].id,
      Room,
      Message,
      Monitor,
      AlertRule: alert.rule.id,
      Alert: alert.id,
      Notification: notification.id,
    },
  };
}

/** The same stage with a new session for everybody. */
export async function signInAgain(stage: Stage): Promise<Stage> {
  const entries = Object.entries(stage.people).map(async ([name, person]) => {
    return [name, person && (await Person.signIn(stage.router, person.account))] as const;
  });
  const people = Object.fromEntries(await Promise.all(entries)) as Stage['people'];
  return { ...stage, people, owner: people.owner ?? stage.owner };
}

/** A monitor with a breached rule, hence an alert and a notification. */
export async function watchedMonitor(owner: Person): Promise<string> {
  const { createMonitor } = await owner.ask<{ createMonitor: { monitor: { id: string } } }>(
    'mutation ($input: CreateMonitorInput!) { createMonitor(input: $input) { monitor { id } } }',
    { input: { name: 'Pulse', unit: 'bpm' } },
  );
  const monitorId = createMonitor.monitor.id;
  await owner.ask('mutation ($input: CreateAlertRuleInput!) { createAlertRule(input: $input) { alertRule { id } } }', {
    input: { monitorId, comparison: 'GT', threshold: 10 },
  });
  await owner.ask('mutation ($input: RecordReadingInput!) { recordReading(input: $input) { reading { id } } }', {
    input: { monitorId, value: 11, at: new Date().toISOString(), idempotencyKey: randomUUID() },
  });
  return monitorId;
}

/** The role is given from the command line, as the first admin's is; it ends the sessions, so the person signs in again. */
async function promoted(world: World, person: Person, role: 'COACH' | 'ADMIN'): Promise<Person> {
  const env = { ...process.env, NODE_OPTIONS: '', DATABASE_URL: world.urls.databases.users };
  await run(process.execPath, [grantRole, person.account.email, role], { env });
  return Person.signIn(world.urls.router[0] ?? '', person.account);
}
