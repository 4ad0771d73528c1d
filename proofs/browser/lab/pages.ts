// Every page of the app, and somebody who sees something on it. Addresses with an id take it from the demo world.
import type { DemoName, Seat } from './test';

export interface PageToSee {
  readonly name: string;
  readonly as: DemoName | 'guest';
  /** A path, or a question to the graph whose answer makes one. */
  readonly path: string | ((seat: Seat) => Promise<string>);
}

type Found = Record<string, { edges: { node: { id: string; slug?: string } }[] }>;

/** The path of the first thing of a connection, e.g. `/shop/<slug>`. */
const first = (root: string, key: 'id' | 'slug', to: (id: string) => string) => async (seat: Seat) => {
  const data = await seat.ask<Found & { me: Found }>(
    `{ ${root} { edges { node { ${key} } } } ${root.startsWith('me') ? '}' : ''} }`,
  );
  const connection = root.startsWith('me') ? Object.values(data.me)[0] : Object.values(data)[0];
  const id = connection?.edges[0]?.node[key];
  if (!id) throw new Error(`the demo world has nothing at ${root}`);
  return to(id);
};
const mine = (field: string, to: (id: string) => string) => first(`me { ${field}(first: 1)`, 'id', to);

export const pages: readonly PageToSee[] = [
  { name: 'landing', as: 'guest', path: '/' },
  { name: 'home', as: 'camille', path: '/' },
];
void [first, mine];
