// What answers a comment, the oldest first.
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { graphql } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import type { MaskedComment } from './comment';
import classes from './post-card.module.css';
import { postWords } from './post-words';

const commentAnswers = graphql(`
  query CommentAnswers($id: ID!, $after: String) {
    node(id: $id) {
      id
      ... on Comment {
        replies(first: 20, after: $after) {
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
  }
`);

interface AnswersProps {
  readonly commentId: string;
  /** How one of them is shown. */
  readonly children: (answer: MaskedComment, id: string) => ReactNode;
}

export function Answers({ commentId, children }: AnswersProps) {
  const words = useWords(postWords);
  const result = useQuery(commentAnswers, { variables: { id: commentId } });
  return (
    <Answer of={result} skeleton={<Lines count={1} height={48} />}>
      {({ node }) => {
        if (!node || !('replies' in node)) return null;
        const { edges, pageInfo } = node.replies;
        return (
          <>
            <ul className={classes['comments']}>{edges.map(({ node: answer }) => children(answer, answer.id))}</ul>
            {pageInfo.hasNextPage && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => void result.fetchMore({ variables: { after: pageInfo.endCursor } })}
              >
                {words.moreComments}
              </Button>
            )}
          </>
        );
      }}
    </Answer>
  );
}
