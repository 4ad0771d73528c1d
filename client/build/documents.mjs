// Finds the GraphQL documents of the app: every graphql(`...`) in a source file. A component owns its fragment, so a
// document may spread a fragment of any other file; names are unique across the app.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Kind, parse, visit } from 'graphql';

export const sourceFolder = fileURLToPath(new URL('../src/', import.meta.url));
/** The call, and what is between its backquotes. */
export const DOCUMENT = /\bgraphql\(\s*`([^`]+)`,?\s*\)/g;

/** Resolves to [{ location, rawSDL, document }]. Throws a GraphQLError naming the file when one cannot be parsed. */
export async function findDocuments() {
  const names = await readdir(sourceFolder, { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name) && !name.includes('generated')).sort();
  const found = await Promise.all(
    files.map(async (name) => {
      const location = join(sourceFolder, name);
      const text = await readFile(location, 'utf8');
      return [...text.matchAll(DOCUMENT)].map(([, rawSDL]) => ({ location, rawSDL, document: parseIn(name, rawSDL) }));
    }),
  );
  return found.flat();
}

function parseIn(name, text) {
  try {
    return parse(text, { noLocation: true });
  } catch (error) {
    throw new Error(`${name}: ${error.message}`, { cause: error });
  }
}

/** All fragments, by name. */
export function fragmentsOf(documents) {
  const definitions = documents.flatMap(({ document }) => document.definitions);
  return new Map(
    definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map((found) => [found.name.value, found]),
  );
}

/** The document with every fragment that it spreads, however deep, each once. */
export function withFragments(document, fragments) {
  const own = new Set(document.definitions.map((definition) => definition.name?.value));
  const added = [];
  const collect = (part) =>
    visit(part, {
      FragmentSpread({ name: { value: name } }) {
        if (own.has(name)) return;
        own.add(name);
        const fragment = fragments.get(name);
        if (!fragment) throw new Error(`There is no fragment "${name}" in the app`);
        added.push(fragment);
        collect(fragment);
      },
    });
  collect(document);
  return { ...document, definitions: [...document.definitions, ...added] };
}
