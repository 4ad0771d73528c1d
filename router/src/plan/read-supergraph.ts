// The committed supergraph: the only composition the router knows.
import { readFile } from 'node:fs/promises';
import { Kind, parse } from 'graphql';

export interface SupergraphFile {
  readonly sdl: string;
  /** Whether an entity of type `got` may answer for one of type `asked`: two object types never stand for each other. */
  mayStandFor(asked: string, got: string): boolean;
}

/** Throws when the file is missing or is not GraphQL. */
export async function readSupergraph(path: string): Promise<SupergraphFile> {
  const sdl = await readFile(path, 'utf8');
  const objects = new Set<string>();
  for (const definition of parse(sdl, { noLocation: true }).definitions) {
    if (definition.kind === Kind.OBJECT_TYPE_DEFINITION) objects.add(definition.name.value);
  }
  return {
    sdl,
    // An @interfaceObject answers with the name of the interface.
    mayStandFor: (asked, got) => asked === got || !objects.has(asked) || !objects.has(got),
  };
}
