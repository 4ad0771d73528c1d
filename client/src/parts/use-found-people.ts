// Who is found by a part of their name: asked a moment after the last key, and only once somebody wants to know.
import { useQuery } from '@apollo/client/react';
import { useDebouncedValue } from '@mantine/hooks';
import { graphql } from '@/graph/generated';
import type { FoundPeopleQuery } from '@/graph/generated/graphql';

const foundPeople = graphql(`
  query FoundPeople($search: String) {
    users(first: 12, search: $search) {
      edges {
        node {
          id
          displayName
          ...Avatar_user
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** Somebody who was picked; it can be given to <Avatar user>. */
export type Person = FoundPeopleQuery['users']['edges'][number]['node'];

const PAUSE_MS = 200;
const nobody: readonly Person[] = [];

export function useFoundPeople(search: string, isWanted: boolean, without: readonly string[]) {
  const [settled] = useDebouncedValue(search.trim(), PAUSE_MS);
  const { data, previousData, error } = useQuery(foundPeople, {
    variables: { search: settled || null },
    skip: !isWanted,
    fetchPolicy: 'cache-first',
  });
  const users = (data ?? previousData)?.users;
  const people = users ? users.edges.map(({ node }) => node).filter(({ id }) => !without.includes(id)) : nobody;
  return { people, isSearching: isWanted && !data && !error, hasFailed: Boolean(error) && !users };
}
