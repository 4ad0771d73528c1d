// The shape of the house: file lengths, names, and the same floor plan in every subgraph.
import { existsSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { root, sourceFiles } from './source-files.js';

const files = sourceFiles();
const source = files.filter(({ path }) => !/\/(tests|structure|journeys|access|hostile|faults)\//.test(path));

const at = (sorted: readonly number[], share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;

test('no hand-written file is longer than 300 lines', () => {
  expect(files.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
});

test('the client is among the files, without what is generated', () => {
  const client = files.filter(({ path }) => path.startsWith('client/'));
  expect(client.filter(({ path }) => path.endsWith('.tsx')).length).toBeGreaterThan(0);
  expect(client.filter(({ path }) => /\/(generated|dist|node_modules)\//.test(path))).toEqual([]);
});

test('half of the source files have at most 60 lines or so, nine tenths at most 180', () => {
  const lengths = source.map(({ lines }) => lines).sort((a, b) => a - b);
  expect(at(lengths, 0.5)).toBeLessThanOrEqual(65);
  expect(at(lengths, 0.9)).toBeLessThanOrEqual(180);
});

test('files are named in kebab-case', () => {
  const odd = files
    .map(({ path }) => path.split('/').at(-1) ?? '')
    .filter((name) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.(ts|tsx|mjs)$/.test(name));
  expect(odd).toEqual([]);
});

test('nothing is called Manager, Helper, Util, Common, Base, Info, Process or Handle', () => {
  const banned = /(^|[-/])(managers?|helpers?|utils?|common|base|info|handle)(?=[-./]|$)/;
  expect(files.map(({ path }) => path).filter((path) => banned.test(path))).toEqual([]);
  const declared = /\b(?:class|interface|type)\s+(?!PageInfo|AddressInfo)\w*(Manager|Helper|Util|Common|Info)\b/;
  expect(source.filter(({ text }) => declared.test(text)).map(({ path }) => path)).toEqual([]);
});

test('comments carry no history and only the tags NOTE and TODO(issue)', () => {
  const tagged = /\/\/.*\b(FIXME|XXX|HACK|TODO(?!\(\w+\)))\b/;
  expect(source.filter(({ text }) => tagged.test(text)).map(({ path }) => path)).toEqual([]);
});

const rooms = ['main.ts', 'subgraph.ts', 'config.ts', 'access.ts', 'domain', 'use-cases', 'data', 'graphql'];
const inner = [
  'data/readers',
  'data/writers',
  'data/records',
  'data/unit-of-work.ts',
  'data/loaders.ts',
  'graphql/types',
];
const doors = ['graphql/queries.ts', 'graphql/mutations.ts', 'graphql/references.ts'];

test.each(readdirSync(`${root}subgraphs`))('subgraphs/%s has the floor plan', (name) => {
  const missing = [...rooms, ...inner, ...doors].filter((room) => !existsSync(`${root}subgraphs/${name}/src/${room}`));
  expect(missing).toEqual([]);
  expect(existsSync(`${root}subgraphs/${name}/README.md`)).toBe(true);
});
