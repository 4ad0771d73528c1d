// The URL of each subgraph's own database: in an embedded store, on a server that DATABASE_URL or MONGODB_URL names, or
// exactly as <NAME>_DATABASE_URL or <NAME>_MONGODB_URL says.
import { SUBGRAPHS, type SubgraphName } from './subgraphs.js';

const VARIABLES = { postgres: 'DATABASE_URL', mongo: 'MONGODB_URL' } as const;

/** The variable by which a subgraph learns its database. */
export const databaseVariable = (name: SubgraphName): 'DATABASE_URL' | 'MONGODB_URL' =>
  VARIABLES[SUBGRAPHS[name].store];

/** The one a subgraph is given; undefined when it lives in the embedded store. */
export function givenDatabase(
  name: SubgraphName,
  given: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const variable = databaseVariable(name);
  const own = given[`${name.toUpperCase()}_${variable}`];
  return own || onServer(given[variable], name);
}

/** The same server, with the database that is named after the subgraph. */
function onServer(server: string | undefined, name: string): string | undefined {
  if (!server) return undefined;
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
