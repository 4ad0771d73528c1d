// Reads supergraph.yaml: the list of subgraphs, in the form the rover tool reads too.
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const shape = z.object({
  federation_version: z.string(),
  subgraphs: z.record(z.string(), z.object({ routing_url: z.url(), schema: z.object({ file: z.string() }) })),
});

export interface SubgraphEntry {
  readonly name: string;
  readonly url: string;
  /** Path of the SDL, from the project's root. */
  readonly file: string;
}

/** Throws when the file does not have that form. `root` is the project's root folder, with a trailing slash. */
export async function readSupergraphFile(root: URL): Promise<SubgraphEntry[]> {
  const { subgraphs } = shape.parse(parse(await readFile(new URL('supergraph.yaml', root), 'utf8')));
  return Object.entries(subgraphs).map(([name, { routing_url: url, schema }]) => ({ name, url, file: schema.file }));
}
