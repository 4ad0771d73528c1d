// How answers are kept: every Node once, by its id; relay connections page by page.
import { type FieldMergeFunction, type FieldPolicy, InMemoryCache, type StoreObject } from '@apollo/client';
import { relayStylePagination } from '@apollo/client/utilities';
import { possibleTypes } from './generated/possible-types';
import { logPages } from './log-pages';

type KeyArgs = readonly string[] | false;
const pages = (keyArgs: KeyArgs = false) => relayStylePagination(keyArgs === false ? false : [...keyArgs]);
/** A single thing that a list may have loaded already is read from there, so that its page opens at once. */
const known = (typename: string): FieldPolicy => ({
  read: (existing, { args, toReference }) =>
    // Null is an answer: there is no such thing, or not for this viewer.
    existing === undefined && args?.['id'] ? toReference({ __typename: typename, id: args['id'] as string }) : existing,
});

/** Places ask for different fields of the same variants: what one place knows, another does not wipe out. */
const mergeVariants: FieldMergeFunction<StoreObject[]> = (existing, incoming, { mergeObjects, readField }) =>
  incoming.map((variant) => {
    const known = existing?.find((one) => readField('name', one) === readField('name', variant));
    return known ? mergeObjects(known, variant) : variant;
  });

export const makeCache = (): InMemoryCache =>
  new InMemoryCache({
    possibleTypes,
    typePolicies: {
      Query: {
        fields: {
          post: known('Post'),
          user: known('User'),
          room: known('Room'),
          event: known('Event'),
          order: known('Order'),
          lesson: known('Lesson'),
          album: known('Album'),
          monitor: known('Monitor'),
          feed: pages(),
          posts: pages(['authorId']),
          products: pages(['search', 'categoryId', 'minPrice', 'maxPrice', 'inStock', 'attributes', 'sort']),
          courses: pages(['search']),
          coaches: pages(['specialty', 'search', 'standing']),
          myAppointments: pages(['status']),
          myEvents: pages(),
          myEnrollments: pages(),
          myMedia: pages(),
          albums: pages(),
          users: pages(['search']),
          adminUsers: pages(['search', 'role', 'status']),
          adminOrders: pages(['status']),
          auditTrail: pages(['action']),
        },
      },
      User: {
        fields: {
          orders: pages(),
          payments: pages(),
          posts: pages(),
          notifications: pages(),
          rooms: pages(['search']),
          monitors: pages(),
          alerts: pages(['status']),
          albums: pages(),
        },
      },
      // A list of rooms asks for few members, the room itself for all.
      Room: { fields: { members: pages(['first']), messages: logPages() } },
      Message: { fields: { replies: pages() } },
      Event: { fields: { participants: pages(), invitations: pages(), expenses: pages() } },
      Post: { fields: { comments: pages() } },
      Comment: { fields: { replies: pages() } },
      // Their ids are names within one quiz, such as "1".
      QuizQuestion: { keyFields: false },
      QuizChoice: { keyFields: false },
      // Each change answers with all that is left in it.
      Cart: { fields: { lines: { merge: false } } },
      Money: { keyFields: false, merge: true },
      Media: { fields: { variants: { merge: mergeVariants }, comments: pages() } },
      // Its first few pictures stand in lists, all of them on its page: one must not cut the other short.
      Album: { fields: { media: pages(['first', 'last']) } },
      Monitor: { fields: { readings: pages(['first']), alerts: pages() } },
    },
  });
