// The four operations of the router's benchmark: what is asked, and how many fetches Apollo's plan for it has.

export interface Operation {
  readonly name: string;
  readonly what: string;
  /** Requests to subgraphs for one answer, without sharing. */
  readonly fetches: number;
  /** How many times less CPU than stock is asked for, with sharing off. */
  readonly target: number;
  /** Every body that may be sent; the answer to each is compared before anything is measured. */
  readonly bodies: readonly string[];
}

const ask = (query: string, variables: object = {}) => JSON.stringify({ query: query.replace(/\s+/g, ' '), variables });

const FEED = `query Feed($first: Int!) {
  feed(first: $first) {
    id title body score
    author { name role }
    comments(first: 2) { id text author { name posts(first: 2) { title } } }
  }
}`;

const LOOKUP = `query Person($id: ID!) {
  user(id: $id) { id name email role posts { id title score tags comments { text likes } } }
}`;

const SMALL = 'query Who { user(id: "3") { id name role } }';

const LARGE = `query Everything($people: Int!, $posts: Int!) {
  users(first: $people) {
    id name email role joinedAt
    posts(first: 3) {
      id title body score tags
      author { name }
      comments(first: 3) {
        id text likes
        author { name role posts(first: 2) { title score comments(first: 1) { text author { name } } } }
      }
    }
  }
  feed(first: $posts) {
    id title body score tags
    author { name email posts(first: 2) { title comments(first: 1) { text } } }
    comments(first: 3) {
      id text likes
      author { name role posts(first: 2) { title score comments(first: 1) { text author { name } } } }
    }
  }
}`;

/** As many as there are people that somebody may look up. */
const LOOKUPS = 600;

export const operations: readonly Operation[] = [
  {
    name: 'feed',
    what: 'ten posts with authors, comments and what their authors wrote',
    fetches: 5,
    target: 8,
    bodies: [ask(FEED, { first: 10 })],
  },
  {
    name: 'lookup',
    what: `one of ${LOOKUPS} people at random, with posts and comments`,
    fetches: 3,
    target: 13,
    bodies: Array.from({ length: LOOKUPS }, (_, at) => ask(LOOKUP, { id: String(at + 1) })),
  },
  {
    name: 'small',
    what: 'one person, always the same',
    fetches: 1,
    target: 16,
    bodies: [ask(SMALL)],
  },
  {
    name: 'large',
    what: 'everything about some people and some posts',
    fetches: 16,
    target: 12,
    bodies: [ask(LARGE, { people: 10, posts: 18 })],
  },
];
