// The entity map says who owns, who adds and who only points.
import { expect, test } from 'vitest';
import { entityMap } from '../compose/entity-map.js';

const users = `
  type User @key(fields: "id") { id: ID! name: String }
  type Room @key(fields: "id", resolvable: false) { id: ID! }
  type Address { street: String }
`;
const content = `
  type User @key(fields: "id") { id: ID! rooms: [Room!]! posts: Int }
  type Room @key(fields: "id") { id: ID! title: String }
`;

test('one row per entity, by name', () => {
  const owners: Record<string, string> = { User: 'users', Room: 'content' };
  const map = entityMap(
    [
      { name: 'users', sdl: users },
      { name: 'content', sdl: content },
    ],
    (type) => owners[type] ?? null,
  );
  expect(map.split('\n').slice(7)).toEqual([
    '| entity | key | owner and its fields | fields added by others | pointed at by |',
    '|---|---|---|---|---|',
    '| Room | `id` | **content** `title` |  | users |',
    '| User | `id` | **users** `name` | **content** `rooms` `posts` |  |',
    '',
  ]);
  expect(map).toContain('2 entities in 2 subgraphs.');
});
