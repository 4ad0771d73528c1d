// What a supergraph links and this router does not carry out: refused where it is used, never served without it.
import { expect, it } from 'vitest';
import { checkFeatures } from '../../src/graph/check-features.js';
import { compose } from './lab/chat.js';

const FEDERATION = 'https://specs.apollo.dev/federation/v2.9';

const supergraph = (imports: string, sdl: string) =>
  compose([
    {
      name: 'one',
      url: 'http://127.0.0.1:1/',
      sdl: `extend schema @link(url: "${FEDERATION}", import: [${imports}]) ${sdl}`,
    },
  ]);

it.each([
  ['"@authenticated"', 'type Query { free: Int mine: Int @authenticated }', '@authenticated', 'Query.mine'],
  [
    '"@requiresScopes"',
    'type Query { free: Int mine: Int @requiresScopes(scopes: [["a"]]) }',
    '@requiresScopes',
    'Query.mine',
  ],
  ['"@policy"', 'type Query { free: Thing } type Thing @policy(policies: [["a"]]) { id: ID }', '@policy', 'Thing'],
])('refuses what %s would protect', (imports, sdl, directive, place) => {
  const text = supergraph(imports, sdl);
  expect(() => checkFeatures(text)).toThrow(`it uses ${directive}`);
  expect(() => checkFeatures(text)).toThrow(`${place} would be shown to everybody`);
});

it('refuses arguments that come from a context', () => {
  const text = supergraph(
    '"@key", "@context", "@fromContext"',
    `type Query { shop: Shop }
     type Shop @key(fields: "id") @context(name: "shop") { id: ID! currency: String! item: Item }
     type Item @key(fields: "id") { id: ID! price(in: String @fromContext(field: "$shop { currency }")): Int }`,
  );
  expect(() => checkFeatures(text)).toThrow('would be asked without their arguments');
});

it('serves what only estimates costs', () => {
  const text = supergraph(
    '"@cost", "@listSize"',
    'type Query { all: [Thing] @listSize(assumedSize: 10) } type Thing { id: ID @cost(weight: 3) }',
  );
  expect(text).toContain('specs.apollo.dev/cost');
  expect(() => checkFeatures(text)).not.toThrow();
});

it('serves a link that protects nothing, and still refuses one that does', () => {
  const text = supergraph('', 'type Query { free: Int }').replace(
    'schema\n',
    'directive @authenticated on FIELD_DEFINITION\n\nschema\n  @link(url: "https://specs.apollo.dev/authenticated/v0.1", for: SECURITY)\n',
  );
  expect(text).toContain('authenticated/v0.1');
  expect(() => checkFeatures(text)).not.toThrow();
  const used = supergraph('"@authenticated"', 'type Query { mine: Int @authenticated }');
  expect(() => checkFeatures(used)).toThrow('Query.mine');
});

it('refuses what it has never heard of, when it is for security or execution', () => {
  const link = (purpose: string) =>
    supergraph('', 'type Query { free: Int }').replace(
      'schema\n',
      `schema\n  @link(url: "https://specs.example/veil/v1.0"${purpose})\n`,
    );
  expect(() => checkFeatures(link(', for: SECURITY'))).toThrow('https://specs.example/veil/v1.0 (for: SECURITY)');
  expect(() => checkFeatures(link(', for: EXECUTION'))).toThrow('https://specs.example/veil/v1.0 (for: EXECUTION)');
  expect(() => checkFeatures(link(''))).not.toThrow();
});

it('tells why a text is no supergraph', () => {
  expect(() => checkFeatures('type Query { a: Int }')).toThrow('supergraph');
});
