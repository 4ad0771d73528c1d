// Emits every generated file: each subgraph's SDL from its code, the supergraph, the public API, the pages of entities and refusals.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { entities, isEntityName } from '../entities.js';
import { compose } from './compose.js';
import { entityMap } from './entity-map.js';
import { readCatalogues, refusalPage } from './refusal-page.js';
import { readSupergraphFile } from './supergraph-file.js';

const run = promisify(execFile);
const printer = fileURLToPath(new URL('print-sdl.js', import.meta.url));

/** Path from the project's root to text. */
export async function emit(root: URL): Promise<Map<string, string>> {
  const entries = await readSupergraphFile(root);
  // A process per subgraph, because type-graphql keeps its metadata in one place per process.
  const subgraphs = await Promise.all(
    entries.map(async (entry) => ({ ...entry, sdl: (await run(process.execPath, [printer, entry.name])).stdout })),
  );
  const { supergraph, api } = compose(subgraphs);
  return new Map([
    ...subgraphs.map(({ file, sdl }) => [file, sdl] as const),
    ['schema/supergraph.graphql', supergraph],
    ['schema/api.graphql', api],
    ['docs/entity-map.md', entityMap(subgraphs, (type) => (isEntityName(type) ? entities[type].owner : null))],
    ['docs/refusals.md', refusalPage(await readCatalogues(entries.map(({ name }) => name)))],
  ]);
}
