// Every page of the app, and somebody who sees something on it. Addresses with an id take it from the demo world.
import type { DemoName, Seat } from './test';

export interface PageToSee {
  readonly name: string;
  readonly as: DemoName | 'guest';
  /** A path, or a question to the graph whose answer makes one. */
  readonly path: string | ((seat: Seat) => Promise<string>);
}

interface Connection {
  readonly edges: readonly { readonly node: { readonly id: string; readonly slug?: string } }[];
}

/** The path of the first thing of a connection that the graph or the viewer has, such as `/shop/<slug>`. */
const first = (field: string, key: 'id' | 'slug', to: (id: string) => string) => async (seat: Seat) => {
  const { found } = await seat.ask<{ found: Connection }>(`{ found: ${field} { edges { node { id ${key} } } } }`);
  return to(idOf(found, field, key));
};
const mine = (field: string, to: (id: string) => string) => async (seat: Seat) => {
  const { me } = await seat.ask<{ me: { found: Connection } }>(`{ me { found: ${field} { edges { node { id } } } } }`);
  return to(idOf(me.found, field, 'id'));
};

function idOf({ edges }: Connection, field: string, key: 'id' | 'slug'): string {
  const id = edges[0]?.node[key];
  if (!id) throw new Error(`the demo world has nothing at ${field}`);
  return id;
}

export const pages: readonly PageToSee[] = [
  { name: 'landing', as: 'guest', path: '/' },
  { name: 'home', as: 'camille', path: '/' },
];
void [first, mine];
