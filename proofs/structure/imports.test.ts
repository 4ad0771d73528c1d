// Who may import whom. Rules are decided by paths alone, so they cannot be argued with (house rules D1 to D9).
import { expect, test } from 'vitest';
import { resolveImport, sourceFiles } from './source-files.js';

interface Rule {
  name: string;
  /** Files the rule is about. */
  files: RegExp;
  /** What they may import of ours, beside their own folder. */
  ours: RegExp;
  /** Packages of others they may not import. */
  notPackages?: RegExp;
}

const STORES = /^(mongoose|mongodb|ioredis|pg|@mikro-orm\/)/;
const GRAPHQL = /^(type-graphql|graphql|@apollo\/)/;
const inSubgraph = (rest: string) => new RegExp(`^subgraphs/[^/]+/src/${rest}`);

const rules: Rule[] = [
  {
    name: 'D1: domain/ and access.ts know only the domain and the plain kernel',
    files: inSubgraph('(domain/|access\\.ts)'),
    ours: /^(subgraphs\/[^/]+\/src\/(domain\/|access$)|kernel\/(values|refusal|identity\/viewer))/,
    notPackages: new RegExp(`${STORES.source}|${GRAPHQL.source}|^node:(?!crypto)`),
  },
  {
    name: 'D2: use cases never know GraphQL or an ORM',
    files: inSubgraph('use-cases/'),
    ours: /^(subgraphs\/[^/]+\/src\/(domain\/|access$|data\/|use-cases\/|events\/)|kernel\/|schema\/events)/,
    notPackages: new RegExp(`${STORES.source}|${GRAPHQL.source}`),
  },
  {
    name: 'D3: graphql/ never touches records, writers, the unit of work or an ORM',
    files: inSubgraph('graphql/'),
    ours: /^(subgraphs\/[^/]+\/src\/(?!data\/(records|writers|unit-of-work))|kernel\/(?!stores)|schema\/(entities|period|types))/,
    notPackages: STORES,
  },
  {
    name: 'D4: data/ never knows use cases, graphql/ or reactions',
    files: inSubgraph('data/'),
    ours: /^(subgraphs\/[^/]+\/src\/(domain\/|access$|data\/)|kernel\/|schema\/(events|period))/,
    notPackages: GRAPHQL,
  },
  {
    name: 'D6: the router knows only the kernel and the schema',
    files: /^router\/src\//,
    ours: /^(router\/|kernel\/|schema\/)/,
  },
  { name: 'D6: the client knows only itself', files: /^client\//, ours: /^client\// },
  {
    name: 'D6: what runs in a browser knows no package of Node, and nothing that builds it',
    files: /^client\/src\//,
    ours: /^client\/src\//,
    notPackages: /^(node:|vite$|@vitejs\/|@graphql-codegen\/)/,
  },
  { name: 'D7: the kernel knows nothing of ours', files: /^kernel\/(?!tests)/, ours: /^kernel\// },
  { name: 'the contract knows only the kernel', files: /^schema\/(?!tests)/, ours: /^(schema|kernel)\// },
  { name: 'the stand-ins know nothing of ours', files: /^embedded\/(?!tests)/, ours: /^embedded\// },
];

const files = sourceFiles();
const edges = files.flatMap(({ path, imports }) =>
  imports.map((specifier) => ({ path, specifier, target: resolveImport(path, specifier) })),
);

test.each(rules)('$name', ({ files: about, ours, notPackages }) => {
  const relevant = edges.filter(({ path }) => about.test(path));
  expect(relevant.length).toBeGreaterThan(0);
  const broken = relevant.filter(({ specifier, target }) =>
    target === null ? notPackages?.test(specifier) : !ours.test(target),
  );
  expect(broken).toEqual([]);
});

test('D5: no subgraph imports another', () => {
  const subgraphOf = (path: string) => /^subgraphs\/([^/]+)\//.exec(path)?.[1];
  const crossing = edges.filter(({ path, target }) => {
    const from = subgraphOf(path);
    const to = target && subgraphOf(target);
    return from && to && from !== to;
  });
  expect(crossing).toEqual([]);
});

test('D8: only configuration reads the environment', () => {
  const readers = files.filter(
    ({ path, text }) =>
      /^(kernel|router\/src|subgraphs\/[^/]+\/src)\//.test(path) &&
      !/^kernel\/tests\//.test(path) &&
      !/(^|\/)config(\/[^/]+)?\.ts$/.test(path) &&
      /process\.env\b/.test(text),
  );
  expect(readers.map(({ path }) => path).filter((path) => !/\/(main|grant-role)\.ts$/.test(path))).toEqual([]);
});

test('D1: the domain reads no clock and no chance', () => {
  const impure = files.filter(
    ({ path, text }) =>
      inSubgraph('(domain/|access\\.ts)').test(path) &&
      /\bDate\.now\b|\bnew Date\(\)|Math\.random|\brandom(Bytes|UUID|Int)\b|\bprocess\b/.test(text),
  );
  expect(impure.map(({ path }) => path)).toEqual([]);
});
