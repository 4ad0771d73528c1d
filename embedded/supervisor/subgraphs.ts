// The six subgraphs: where each listens when nobody else does, and which kind of store it keeps its own database in.

export const SUBGRAPHS = {
  users: { port: 4_001, store: 'postgres' },
  content: { port: 4_002, store: 'mongo' },
  booking: { port: 4_003, store: 'postgres' },
  commerce: { port: 4_004, store: 'postgres' },
  courses: { port: 4_005, store: 'mongo' },
  media: { port: 4_006, store: 'mongo' },
} as const;

export type SubgraphName = keyof typeof SUBGRAPHS;
export const subgraphNames = Object.keys(SUBGRAPHS) as SubgraphName[];

/** The subgraphs whose database is in this kind of store. */
export const subgraphsIn = (store: 'postgres' | 'mongo'): SubgraphName[] =>
  subgraphNames.filter((name) => SUBGRAPHS[name].store === store);

export const perSubgraph = <T>(make: (name: SubgraphName) => T): Record<SubgraphName, T> =>
  Object.fromEntries(subgraphNames.map((name) => [name, make(name)])) as Record<SubgraphName, T>;
