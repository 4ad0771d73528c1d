// What is known of a comment wherever it stands.
import { type FragmentType, graphql } from '@/graph/generated';

export const commentFragment = graphql(`
  fragment CommentLine_comment on Comment {
    id
    isDeleted
    createdAt
    replyCount
    body
    author {
      id
      displayName
      ...PersonLink_user
    }
  }
`);

export type MaskedComment = FragmentType<typeof commentFragment>;
