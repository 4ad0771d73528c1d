// The comments of a post, the oldest first, with a form to add one. Loaded when they are opened.
import { useQuery } from '@apollo/client/react';
import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import { CommentForm } from './comment-form';
import { CommentLine } from './comment-line';
import classes from './post-card.module.css';
import { postWords } from './post-words';

const postComments = graphql(`
  query PostComments($id: ID!, $after: String) {
    post(id: $id) {
      id
      comments(first: 10, after: $after) {
        edges {
          node {
            id
            ...CommentLine_comment
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

export function Comments({ postId }: { readonly postId: string }) {
  const words = useWords(postWords);
  const result = useQuery(postComments, { variables: { id: postId } });
  const [isBusy, setBusy] = useState(false);
  const more = async (after: string | null) => {
    setBusy(true);
    await result.fetchMore({ variables: { after } }).finally(() => setBusy(false));
  };
  return (
    <div className={classes['post']}>
      <Answer of={result} skeleton={<Lines count={2} height={48} />}>
        {({ post }) =>
          post && (
            <>
              {post.comments.edges.length === 0 && (
                <Text size="sm" c="dimmed">
                  {words.noComments}
                </Text>
              )}
              <ul className={classes['comments']}>
                {post.comments.edges.map(({ node }) => (
                  <CommentLine key={node.id} comment={node} postId={postId} />
                ))}
              </ul>
              {post.comments.pageInfo.hasNextPage && (
                <Button
                  variant="default"
                  size="compact-sm"
                  loading={isBusy}
                  onClick={() => void more(post.comments.pageInfo.endCursor)}
                >
                  {words.moreComments}
                </Button>
              )}
            </>
          )
        }
      </Answer>
      <CommentForm postId={postId} label={words.yourComment} />
    </div>
  );
}
