// The errors of an answer: rare, and therefore looked at closely.
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';

/** What comes after these says nothing new; an answer of 8 MiB has room for a quarter of a million. */
const MOST_ERRORS = 100;
const LONGEST_MESSAGE = 10_000;
const DEEPEST_EXTENSION = 50;

const errorShape = z.object({
  message: z.string().transform((text) => text.slice(0, LONGEST_MESSAGE)),
  path: z.array(z.union([z.string(), z.number()])).nullish(),
  extensions: z.record(z.string(), z.unknown()).nullish(),
});
type ReadError = z.infer<typeof errorShape>;

/** The first hundred of them, or null when they are no GraphQL errors (GraphQL specification, 7.1.2). */
export function readErrors(errors: unknown): GraphQLFormattedError[] | null {
  if (!Array.isArray(errors)) return null;
  const read: GraphQLFormattedError[] = [];
  for (const error of errors.slice(0, MOST_ERRORS)) {
    const parsed = errorShape.safeParse(error);
    if (!parsed.success) return null;
    read.push(toError(parsed.data));
  }
  return read;
}

const toError = ({ message, path, extensions }: ReadError): GraphQLFormattedError => ({
  message,
  ...(path && { path }),
  ...(extensions && { extensions: plain(extensions, DEEPEST_EXTENSION) as Record<string, unknown> }),
});

/** A copy without members named `__proto__`, and with null for what nests deeper than `levels`. */
function plain(value: unknown, levels: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (levels === 0) return null;
  if (Array.isArray(value)) return value.map((item) => plain(item, levels - 1));
  const members = Object.entries(value).filter(([name]) => name !== '__proto__');
  return Object.fromEntries(members.map(([name, member]) => [name, plain(member, levels - 1)]));
}
