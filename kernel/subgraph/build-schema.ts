// type-graphql classes to a Federation 2 subgraph: the executable schema, and the SDL that composition reads.
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchema, createResolversMap, type NonEmptyArray } from 'type-graphql';
import { refuseBadInput } from './refuse-bad-input.js';

const LINK = `extend schema @link(
  url: "https://specs.apollo.dev/federation/v2.9"
  import: ["@key", "@shareable", "@external", "@requires", "@provides", "@override", "@tag", "@inaccessible", "@cost", "@listSize"]
)\n`;

// biome-ignore lint/complexity/noBannedTypes: type-graphql's own word for a class
type AnyClass = Function;

/** How to load an entity from its key; must be async, because a synchronous throw would fail the whole batch. */
export type ReferenceReader<C> = (reference: { id: string }, context: C) => Promise<object | null>;

export interface SchemaParts<C> {
  resolvers: NonEmptyArray<AnyClass>;
  /** One reader per entity type, scoped to the viewer: the federation door. */
  references: Readonly<Record<string, ReferenceReader<C>>>;
  /** Classes that no root field reaches: entities of other subgraphs that this one extends, and so on. */
  orphanedTypes?: AnyClass[];
}

export interface SubgraphSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

export async function buildSubgraph<C>({
  resolvers,
  references,
  orphanedTypes,
}: SchemaParts<C>): Promise<SubgraphSchema> {
  const built = await buildSchema({
    resolvers,
    orphanedTypes: orphanedTypes ?? [],
    validate: { forbidUnknownValues: false },
    globalMiddlewares: [refuseBadInput],
    pubSub: neverPublished,
    skipCheck: true,
  });
  const sdl = LINK + printSchemaWithDirectives(built);
  const map = createResolversMap(built) as Record<string, Record<string, unknown>>;
  for (const [type, read] of Object.entries(references)) map[type] = { ...map[type], __resolveReference: read };
  return { schema: buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: map as never }), sdl };
}

/** Our subscriptions follow logs (`subscribe: ...`); type-graphql only insists on having a PubSub at all. */
const neverPublished = {
  publish(): void {
    throw new Error('live events are read from logs, not published');
  },
  subscribe(): never {
    throw new Error('live events are read from logs: give @Subscription a subscribe function');
  },
};
