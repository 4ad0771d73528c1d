// Posts and comments, as the graph shows them to everybody who is signed in.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { ID, Int } from 'type-graphql';
import { Comment } from '../../domain/comment.js';
import { Post } from '../../domain/post.js';

const keyed = { implements: [Node], directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;

describeType(Post, 'Post', {
  ...keyed,
  description: entities.Post.description,
  fields: {
    id,
    body: [() => String, 'What is said: 1 to 10000 characters of plain text.'],
    createdAt: [() => DateTime, 'When it was first said.'],
    editedAt: [() => DateTime, 'When its author last changed it; null when never.', { nullable: true }],
    version: [() => Int, 'Grows with each change; give it back as `expectedVersion`.'],
    likeCount: [() => Int, 'How many people like it.'],
    commentCount: [() => Int, 'How many comments and answers there are, without the deleted ones.'],
  },
});

describeType(Comment, 'Comment', {
  ...keyed,
  description: entities.Comment.description,
  fields: {
    id,
    isDeleted: [() => Boolean, 'Whether its author took it back; it stays because it was answered.'],
    createdAt: [() => DateTime, 'When it was said.'],
    replyCount: [() => Int, 'How many answers stand under it.'],
  },
});

export const PostConnection = connectionType('Post', Post);
export const CommentConnection = connectionType('Comment', Comment);
