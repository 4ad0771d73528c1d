import { describe, expect, it } from 'vitest';
import { readVariables } from '../../src/pages/developers/read-variables';
import { definitionsIn, findIn, piecesOf } from '../../src/pages/developers/schema-text';

const sdl = `"""
A person.

A type is only a word here.
"""
type User implements Node {
  """Who."""
  name: String!
}

"""An instant."""
scalar DateTime
  @specifiedBy(url: "https://example.org")

enum Role {
  USER
}
`;

describe('the schema as text', () => {
  it('is cut into its definitions, each with its description', () => {
    const found = definitionsIn(sdl);
    expect(found.map(({ name }) => name)).toEqual(['User', 'DateTime', 'Role']);
    expect(found[1]?.text).toBe('"""An instant."""\nscalar DateTime\n  @specifiedBy(url: "https://example.org")');
  });

  it('finds by name first, then anywhere, and all without a search', () => {
    const found = definitionsIn(sdl);
    expect(findIn(found, 'role').map(({ name }) => name)).toEqual(['Role']);
    expect(findIn(found, 'user').map(({ name }) => name)).toEqual(['User', 'Role']);
    expect(findIn(found, ' ')).toEqual(found);
    expect(findIn(found, 'nowhere')).toEqual([]);
  });

  it('is coloured without losing a letter', () => {
    const text = '"""Who."""\ntype User @key { name: String! } # end';
    const pieces = piecesOf(text);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.filter(({ kind }) => kind !== 'plain')).toEqual([
      { kind: 'words', text: '"""Who."""' },
      { kind: 'keyword', text: 'type' },
      { kind: 'type', text: 'User' },
      { kind: 'directive', text: '@key' },
      { kind: 'type', text: 'String' },
      { kind: 'words', text: '# end' },
    ]);
  });
});

describe('variables', () => {
  it('are an object of JSON, or nothing', () => {
    expect(readVariables('{ "first": 3 }')).toEqual({ first: 3 });
    expect(readVariables('  ')).toEqual({});
    for (const text of ['{', '[]', '3', 'null']) expect(readVariables(text)).toBeNull();
  });
});
