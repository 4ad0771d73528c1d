// The access matrix as the tests use it.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

export const viewers = ['anonymous', 'stranger', 'coach', 'admin', 'member', 'owner'] as const;
export type ViewerName = (typeof viewers)[number];

const names = z.array(z.enum(viewers));
const who = z.union([z.string(), names]);
const operations = ['Query', 'Mutation', 'Subscription'] as const;
type OperationType = (typeof operations)[number];

const { classes, ...read } = z
  .strictObject({
    viewers: z.record(z.enum(viewers), z.string()),
    classes: z.record(z.string(), names),
    entities: z.record(
      z.string(),
      z.strictObject({
        type: z.string().optional(),
        class: who,
        extensions: who.optional(),
        fields: z.record(z.string(), who).default({}),
      }),
    ),
    roots: z.record(z.enum(operations), z.record(z.string(), who)),
  })
  .parse(parse(readFileSync(new URL('../../schema/access-matrix.yaml', import.meta.url), 'utf8')));

function admitted(spec: z.infer<typeof who>): readonly ViewerName[] {
  if (typeof spec !== 'string') return spec;
  const named = classes[spec];
  if (!named) throw new Error(`the access matrix has no class named ${spec}`);
  return named;
}

export interface EntityRow {
  /** What the record is called among those of the stage: its type, or another word for another kind of the type. */
  readonly record: string;
  readonly type: string;
  readonly seenBy: readonly ViewerName[];
  /** Who gets the fields that other subgraphs add to it. */
  readonly extendedFor: readonly ViewerName[];
  /** Fields that fewer may see. */
  readonly withheld: ReadonlyMap<string, readonly ViewerName[]>;
}

export const entityRows: EntityRow[] = Object.entries(read.entities).map(([record, row]) => ({
  record,
  type: row.type ?? record,
  seenBy: admitted(row.class),
  extendedFor: admitted(row.extensions ?? row.class),
  withheld: new Map(Object.entries(row.fields).map(([field, spec]) => [field, admitted(spec)])),
}));

export interface RootRow {
  readonly operation: OperationType;
  readonly field: string;
  readonly admits: readonly ViewerName[];
}

export const rootRows: RootRow[] = operations.flatMap((operation) =>
  Object.entries(read.roots[operation]).map(([field, spec]) => ({ operation, field, admits: admitted(spec) })),
);
