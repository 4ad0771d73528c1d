// Everybody, searched by a part of their name; the search stands in the address.
import { useQuery } from '@apollo/client/react';
import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Search, UserX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Cards } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { peopleWords } from './people-words';
import { PersonCard } from './person-card';

const everybody = graphql(`
  query Everybody($search: String, $after: String) {
    users(first: 24, search: $search, after: $after) {
      edges {
        node {
          id
          ...PersonCard_user
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const PAUSE_MS = 250;

export function Page() {
  const words = useWords(peopleWords);
  const [address, setAddress] = useSearchParams();
  const [typed, setTyped] = useState(address.get('q') ?? '');
  const [search] = useDebouncedValue(typed.trim(), PAUSE_MS);
  useEffect(() => {
    setAddress(search ? { q: search } : {}, { replace: true });
  }, [search, setAddress]);
  const { fetchMore, previousData, ...result } = useQuery(everybody, { variables: { search: search || null } });
  const shown = { ...result, data: result.data ?? previousData };
  return (
    <Frame title={words.people} lead={words.lead}>
      <TextInput
        type="search"
        label={words.search}
        leftSection={<Search size={18} aria-hidden />}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        maw={420}
        mb="lg"
      />
      <Answer of={shown} skeleton={<Lines count={4} height={96} />}>
        {({ users: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={UserX} title={words.nobody} text={words.nobodyText} />
          ) : (
            <>
              <Cards least="18rem">
                {edges.map(({ node }) => (
                  <PersonCard key={node.id} user={node} />
                ))}
              </Cards>
              <LoadMore pageInfo={pageInfo} load={(after) => fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}
