// The doors to a record: a root field, a nested field, and _entities of each subgraph that knows the type.
import { readFileSync } from 'node:fs';
import { type SubgraphName, subgraphNames } from '@mosaic/embedded/supervisor/subgraphs';
import type { CallerKeys } from '@mosaic/kernel/identity/caller-assertion';
import { buildASTSchema, buildSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { askRouter, askSubgraph } from './ask-as.js';
import type { ViewerName } from './matrix.js';
import { tableOf } from './rooms/all.js';
import { selectFields } from './select-fields.js';
import { declared, type Stage, variablesIn } from './stage.js';

type Record_ = Record<string, unknown>;
/** What this viewer gets of the owner's record through this door; null is a closed door. */
export type Door = (stage: Stage, viewer: ViewerName, keys: CallerKeys) => Promise<Record_ | null>;

const read = (path: string) => readFileSync(new URL(`../../schema/${path}`, import.meta.url), 'utf8');
const api = buildSchema(read('api.graphql'));
const sdls = new Map(subgraphNames.map((name) => [name, read(`subgraphs/${name}.graphql`)]));

function fieldsOf(schema: GraphQLSchema, type: string): string {
  const shape = schema.getType(type);
  if (!isObjectType(shape)) throw new Error(`${type} is no object type`);
  return selectFields(shape);
}

/** What one subgraph knows of a type by itself. */
export const fieldsIn = (subgraph: SubgraphName, type: string): string =>
  fieldsOf(buildASTSchema(parse(sdls.get(subgraph) ?? ''), { assumeValidSDL: true }), type);

const nested = tableOf('nested');
const roots = tableOf('byId');

/** Every way to a record of this type, by name; `called` is its name among the records of the stage. */
export function doorsTo(type: string, called: string): Map<string, Door> {
  const doors = new Map<string, Door>();
  const fields = fieldsOf(api, type);
  const through = (query: string): Door => {
    return async ({ router, people, ids, owner }, viewer) => {
      const variables = { id: ids[called], owner: owner.id, ...variablesIn(query, ids) };
      const answer = await askRouter(router, people[viewer], query, variables);
      return findRecord(answer.data, ids[called]);
    };
  };
  doors.set('node', through(`query ($id: ID!) { node(id: $id) { ... on ${type} { ${fields} } } }`));
  doors.set('nodes', through(`query ($id: ID!) { nodes(ids: [$id]) { ... on ${type} { ${fields} } } }`));
  const root = roots[type];
  if (root) doors.set(root, through(`query ($id: ID!) { ${root}(id: $id) { ${fields} } }`));

  const path = nested[called]?.replace('@', fields);
  if (!path) throw new Error(`no nested door to ${called}`);
  const named = [...path.matchAll(/\$([A-Z]\w+)/g)].map(([, name = '']) => declared(name));
  const header = (...more: string[]) =>
    named.length + more.length > 0 ? `query (${[...more, ...named].join(', ')})` : '';
  doors.set('nested in me', through(`${header()} { ${path.replace('$P ', 'me ')} }`));
  if (path.includes('$P ')) {
    doors.set('nested in user', through(`${header('$owner: ID!')} { ${path.replace('$P ', 'user(id: $owner) ')} }`));
  }

  for (const [name, sdl] of sdls) {
    if (!new RegExp(`^type ${type}\\b[^{]*@key\\(fields: "id"\\)`, 'm').test(sdl)) continue;
    const query = `query ($refs: [_Any!]!) { _entities(representations: $refs) { ... on ${type} { ${fieldsIn(name, type)} } } }`;
    doors.set(`_entities of ${name}`, async ({ urls, people, ids }, viewer, keys) => {
      const variables = { refs: [{ __typename: type, id: ids[called] }] };
      const answer = await askSubgraph({ name, url: urls[name], keys }, people[viewer], query, variables);
      return findRecord(answer.data, ids[called]);
    });
  }
  return doors;
}

/** The object with this id, wherever it is in the answer. */
function findRecord(value: unknown, id: string | undefined): Record_ | null {
  if (value === null || typeof value !== 'object') return null;
  if ('id' in value && value.id === id) return value as Record_;
  for (const member of Object.values(value)) {
    const found = findRecord(member, id);
    if (found) return found;
  }
  return null;
}
