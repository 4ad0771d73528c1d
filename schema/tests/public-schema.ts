// The public API as integrators get it (schema/api.graphql), built once for the lint tests.
import { readFileSync } from 'node:fs';
import { buildSchema, type GraphQLNamedType, isIntrospectionType } from 'graphql';

export const root = new URL('../../', import.meta.url);
export const readText = (path: string): string => readFileSync(new URL(path, root), 'utf8');
export const api = buildSchema(readText('schema/api.graphql'));

export const publicTypes: GraphQLNamedType[] = Object.values(api.getTypeMap()).filter(
  (type) => !isIntrospectionType(type) && !['String', 'Int', 'Float', 'Boolean', 'ID'].includes(type.name),
);
