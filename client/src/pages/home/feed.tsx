// The news: posts of the viewer and of those they follow, the latest first; looked at again when the person comes back.
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Newspaper } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { PostCard } from '@/parts/posts/post-card';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import { homeWords } from './home-words';
import classes from './signed-in-home.module.css';
import { useLivePosts } from './use-live-posts';

const homeFeed = graphql(`
  query HomeFeed($after: String) {
    feed(first: 10, after: $after) {
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
`);

export function Feed() {
  const words = useWords(homeWords);
  const result = useQuery(homeFeed);
  useRefetchOnReturn(result.refetch);
  useLivePosts();
  return (
    <Answer of={result} skeleton={<Lines count={3} height={170} />}>
      {({ feed: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty icon={Newspaper} title={words.quiet} text={words.quietText}>
            <Button component={Link} to="/people" variant="light">
              {words.findPeople}
            </Button>
          </Empty>
        ) : (
          <>
            <ul className={classes['list']}>
              {edges.map(({ node }) => (
                <PostCard key={node.id} post={node} />
              ))}
            </ul>
            <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
          </>
        )
      }
    </Answer>
  );
}
