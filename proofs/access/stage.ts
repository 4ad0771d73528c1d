// The people and records that the access proofs are about: one owner of everything, and five who look at it.
import type { World } from '@mosaic/embedded/supervisor/start-world';
import { Person } from '../lab/person.js';
import { promote } from '../lab/promote.js';
import type { ViewerName } from './matrix.js';
import { rooms } from './rooms/all.js';

export interface Stage {
  readonly router: string;
  readonly urls: World['urls'];
  /** Where the world keeps its data, and the mails it sent. */
  readonly dataDir: string;
  /** Null is the anonymous viewer. */
  readonly people: Readonly<Record<ViewerName, Person | null>>;
  readonly owner: Person;
  /** The owner's record of each type, by its type. */
  readonly ids: Readonly<Record<string, string>>;
}

/** The stage as it is now: people sign in anew during the proof. */
export interface Staged {
  now: Stage;
}

export async function setStage(world: World, dataDir: string): Promise<Stage> {
  const [router = ''] = world.urls.router;
  const [owner, member, stranger, coach, admin] = (await Promise.all(
    ['Owner', 'Member', 'Stranger', 'Coach', 'Admin'].map((name) => Person.signUp(router, name)),
  )) as [Person, Person, Person, Person, Person];
  const [coachNow, adminNow] = await Promise.all([promote(world, coach, 'COACH'), promote(world, admin, 'ADMIN')]);
  const people = {
    anonymous: null,
    stranger,
    coach: coachNow,
    admin: adminNow,
    member,
    owner,
  };
  let stage: Stage = { router, urls: world.urls, dataDir, owner, people, ids: {} };
  for (const room of rooms) stage = { ...stage, ids: { ...stage.ids, ...(await room.records(stage)) } };
  // Some records end the sessions of those they are made with.
  return signInAgain(stage);
}

/** The same stage with a new session for everybody. */
export async function signInAgain(stage: Stage): Promise<Stage> {
  const entries = Object.entries(stage.people).map(async ([name, person]) => {
    return [name, person && (await Person.signIn(stage.router, person.account))] as const;
  });
  const people = Object.fromEntries(await Promise.all(entries)) as Stage['people'];
  return { ...stage, people, owner: people.owner ?? stage.owner };
}

/** The ids that a document's variables name: `$Room` is the owner's room. */
export const variablesIn = (document: string, ids: Stage['ids']): Record<string, string | undefined> =>
  Object.fromEntries([...document.matchAll(/\$([A-Z]\w*)/g)].map(([, type = '']) => [type, ids[type]]));

/** How a document declares the variable: what is no id is named after what it is. */
export const declared = (name: string): string => `$${name}: ${/(Code|Token)$/.test(name) ? 'String!' : 'ID!'}`;
