// One post with its comments.
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Newspaper } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { PostCard } from '@/parts/posts/post-card';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { peopleWords } from './people-words';

const onePost = graphql(`
  query OnePost($id: ID!) {
    post(id: $id) {
      id
      ...PostCard_post
    }
  }
`);

export function Page() {
  const words = useWords(peopleWords);
  const { id = '' } = useParams();
  const result = useQuery(onePost, { variables: { id } });
  useRefetchOnReturn(result.refetch);
  return (
    <Frame title={words.post} width="narrow">
      <Answer of={result} skeleton={<Lines count={1} height={280} />}>
        {({ post }) =>
          post ? (
            <PostCard post={post} as="div" showsComments />
          ) : (
            <Empty icon={Newspaper} title={words.noPost} text={words.noPostText}>
              <Button component={Link} to="/" variant="light">
                {words.goHome}
              </Button>
            </Empty>
          )
        }
      </Answer>
    </Frame>
  );
}
