// The committed contract is what the code emits today, and composition neither fails nor warns.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { compose } from '../compose/compose.js';
import { readSupergraphFile } from '../compose/supergraph-file.js';
import { readText, root } from './public-schema.js';

const run = promisify(execFile);
const main = fileURLToPath(new URL('schema/dist/compose/main.js', root));

test('schema/ is up to date with the code', async () => {
  const { stdout } = await run(process.execPath, [main, '--check']);
  expect(stdout).toBe('schema/ is up to date\n');
}, 60_000);

const subgraph = (name: string, sdl: string) => ({
  name,
  url: 'http://127.0.0.1:1/graphql',
  sdl: `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n${sdl}`,
});

const entries = await readSupergraphFile(root);

test('the committed supergraph is the composition of the committed SDLs', () => {
  const { supergraph, api } = compose(entries.map(({ name, url, file }) => ({ name, url, sdl: readText(file) })));
  expect(supergraph).toBe(readText('schema/supergraph.graphql'));
  expect(api).toBe(readText('schema/api.graphql'));
});

test('a composition that fails, or only warns, throws', () => {
  const broken = [subgraph('a', 'type Query { x: Int }'), subgraph('b', 'type Query { x: String }')];
  expect(() => compose(broken)).toThrow(/composition failed/);
  const warning = [
    subgraph('a', 'type Query { x: T } type T @shareable { n: Int } enum E { A B } extend type T { e(e: E): Int }'),
    subgraph('b', 'type T @shareable { n: Int e(e: E): Int } enum E { A }'),
  ];
  expect(() => compose(warning)).toThrow(/composition (warns|failed)/);
});

test('every entity that can be resolved has a reader in its references.ts', () => {
  for (const { name } of entries) {
    const sdl = readText(`schema/subgraphs/${name}.graphql`);
    const keyed = [...sdl.matchAll(/^type (\w+)[^{]*@key\(fields: "id"\)/gm)].map(([, type]) => type);
    const references = readText(`subgraphs/${name}/src/graphql/references.ts`);
    expect(keyed.length).toBeGreaterThan(0);
    for (const type of keyed) expect(references).toMatch(new RegExp(`\\b${type}\\b`));
  }
});
