// Writes src/graph/generated: a type for every document of the app, from schema/api.graphql, and which types stand for
// which interface or union. Nothing of it is committed; a document that does not fit the schema ends with exit code 1.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, isAbstractType, parse, specifiedRules, validate } from 'graphql';
import { findDocuments, fragmentsOf, sourceFolder, withFragments } from './documents.mjs';

const out = join(sourceFolder, 'graph/generated/');
const sdl = await readFile(join(sourceFolder, '../../schema/api.graphql'), 'utf8');
const schema = parse(sdl, { noLocation: true });
const graph = buildASTSchema(schema);

/** Writes only what changed, so that watchers stay calm. */
async function write(path, text) {
  await mkdir(dirname(path), { recursive: true });
  if ((await readFile(path, 'utf8').catch(() => null)) !== text) await writeFile(path, text);
}

const rules = specifiedRules.filter(({ name }) => name !== 'NoUnusedFragmentsRule');
const documents = await findDocuments();
const fragments = fragmentsOf(documents);
const fitting = documents.filter(({ location, document }) => {
  try {
    const [misfit] = validate(graph, withFragments(document, fragments), rules);
    if (misfit) throw misfit;
    return true;
  } catch (error) {
    console.error(`${location.slice(sourceFolder.length)}: ${error.message}`);
    process.exitCode = 1;
    return false;
  }
});

const sections = await preset.buildGeneratesSection({
  baseOutputDir: out,
  schema,
  documents: fitting,
  presetConfig: { fragmentMasking: { unmaskFunctionName: 'unmask' } },
  plugins: [],
  pluginMap: {},
  pluginContext: {},
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    onlyOperationTypes: true,
    strictScalars: true,
    avoidOptionals: { field: true, inputValue: false },
    scalars: {
      Currency: 'string',
      DateTime: 'string',
      ISO8601Duration: 'string',
      SafeInt: 'number',
      TimeZone: 'string',
      UUID: 'string',
    },
  },
});
for (const section of sections) await write(section.filename, await codegen({ ...section, cache: undefined }));

const possible = Object.values(graph.getTypeMap())
  .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
  .map((type) => [type.name, graph.getPossibleTypes(type).map(({ name }) => name)]);
await write(
  join(out, 'possible-types.ts'),
  `export const possibleTypes = ${JSON.stringify(Object.fromEntries(possible))};\n`,
);
console.log(`client: ${fitting.length} of ${documents.length} documents typed`);
