// What the three subgraphs answer with: records made from their ids alone, and a root object per subgraph for graphql-js.
import type { SubgraphName } from './schemas.js';

interface Entity {
  readonly __typename: string;
  readonly id: string;
}

const PEOPLE = 20;
const SENTENCE = 'We walked along the river until the lights of the town came on, and talked about nothing at all. ';

const userKey = (n: number): Entity => ({ __typename: 'User', id: String(n) });
const several = <T>(count: number, make: (at: number) => T): T[] => Array.from({ length: count }, (_, at) => make(at));

const account = (id: string) => ({
  ...userKey(Number(id)),
  name: `Person number ${id}`,
  email: Number(id) % 4 === 0 ? null : `person-${id}@blog.example`,
  role: Number(id) % 7 === 0 ? 'ADMIN' : 'MEMBER',
  joinedAt: '2024-01-01T00:00:00Z',
});

const post = (id: string) => ({
  __typename: 'Post',
  id,
  title: `What I saw on day ${id}`,
  body: SENTENCE.repeat(1 + (Number(id) % 3)),
  score: (Number(id) % 10) + 0.5,
  tags: ['travel', 'river', `day-${Number(id) % 5}`],
  author: author(String((Number(id) % PEOPLE) + 1)),
});

const author = (id: string): object => ({
  ...userKey(Number(id)),
  posts: ({ first }: { first: number }) => several(first, (at) => post(String(Number(id) * 10 + at))),
});

const comment = (id: string) => ({
  __typename: 'Comment',
  id,
  text: `“Thank you”, said reader ${id}; I had not seen it that way.`,
  likes: Number(id) % 100,
  author: userKey((Number(id) % 13) + 1),
});

const discussed = (id: string) => ({
  __typename: 'Post',
  id,
  comments: ({ first }: { first: number }) => several(first, (at) => comment(String(Number(id) * 10 + at))),
});

type ById = (id: string) => object;

const entitiesBy = (readers: Readonly<Record<string, ById>>) => ({
  _entities: ({ representations }: { representations: readonly Entity[] }) =>
    representations.map(({ __typename, id }) => readers[__typename]?.(id) ?? null),
});

export const roots: Readonly<Record<SubgraphName, object>> = {
  accounts: {
    ...entitiesBy({ User: account }),
    user: ({ id }: { id: string }) => account(id),
    users: ({ first }: { first: number }) => several(first, (at) => account(String(at + 1))),
  },
  posts: {
    ...entitiesBy({ Post: post, User: author }),
    feed: ({ first }: { first: number }) => several(first, (at) => post(String(at + 1))),
  },
  comments: {
    ...entitiesBy({ Post: discussed, Comment: comment }),
    comment: ({ id }: { id: string }) => comment(id),
  },
};
