// One person: who they are, and what they told.
import { useQuery } from '@apollo/client/react';
import { Title } from '@mantine/core';
import { UserX } from 'lucide-react';
import { useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { peopleWords } from './people-words';
import { PersonPosts } from './person-posts';
import { ProfileHead } from './profile-head';

const profile = graphql(`
  query Profile($id: ID!, $after: String) {
    user(id: $id) {
      id
      displayName
      ...ProfileHead_user
      posts(first: 10, after: $after) {
        edges {
          node {
            id
            ...PostCard_post
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

export function Page() {
  const words = useWords(peopleWords);
  const { id = '' } = useParams();
  const result = useQuery(profile, { variables: { id } });
  useRefetchOnReturn(result.refetch);
  return (
    <Frame title={result.data?.user?.displayName ?? words.people} width="narrow">
      <Answer of={result} skeleton={<Lines count={3} height={150} />}>
        {({ user }) =>
          user ? (
            <>
              <ProfileHead user={user} />
              <Title order={2} size="h4" mt="xl" mb="sm">
                {words.posts}
              </Title>
              {user.posts && (
                <PersonPosts
                  posts={user.posts.edges.map(({ node }) => node)}
                  pageInfo={user.posts.pageInfo}
                  load={(after) => result.fetchMore({ variables: { after } })}
                />
              )}
            </>
          ) : (
            <Empty icon={UserX} title={words.noPerson} text={words.noPersonText} />
          )
        }
      </Answer>
    </Frame>
  );
}
