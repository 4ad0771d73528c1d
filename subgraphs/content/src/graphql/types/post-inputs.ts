// Inputs and payloads of what can be done with posts, and with the people behind them.
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Comment } from '../../domain/comment.js';
import { Post } from '../../domain/post.js';
import { User } from '../../domain/user.js';
import { payloadType } from './payload-type.js';

const thePost = { type: () => Post, description: 'The post, as it is now.' };

export const CreatePostPayload = payloadType('CreatePost', 'post', {
  type: () => Post,
  description: 'The post; the first one when it was made before.',
});
export const EditPostPayload = payloadType('EditPost', 'post', thePost);
export const LikePostPayload = payloadType('LikePost', 'post', thePost);
export const UnlikePostPayload = payloadType('UnlikePost', 'post', thePost);
export const DeletePostPayload = payloadType('DeletePost', 'postId', {
  type: () => ID,
  description: 'The post that is gone.',
});
export const AddCommentPayload = payloadType('AddComment', 'comment', {
  type: () => Comment,
  description: 'The comment; the first one when it was made before.',
});
export const DeleteCommentPayload = payloadType('DeleteComment', 'commentId', {
  type: () => ID,
  description: 'The comment that was taken back.',
});
export const FollowUserPayload = payloadType('FollowUser', 'user', {
  type: () => User,
  description: 'Who is followed now.',
});
export const UnfollowUserPayload = payloadType('UnfollowUser', 'user', {
  type: () => User,
  description: 'Who is not followed any more.',
});

@InputType({ description: 'What to tell everybody.' })
export class CreatePostInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one post; retry with the same.' })
  idempotencyKey: string;

  @Field(() => String, { description: 'Plain text, 1 to 10000 characters.' })
  body: string;

  @Field(() => [ID], { nullable: true, description: 'Media of the author that go with it: at most 10.' })
  mediaIds?: string[] | null;
}

@InputType({ description: 'What to say instead.' })
export class EditPostInput {
  @Field(() => ID, { description: 'The post.' })
  postId: string;

  @Field(() => Int, { description: 'The `version` that was looked at.' })
  expectedVersion: number;

  @Field(() => String, { description: 'Plain text, 1 to 10000 characters.' })
  body: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'What hangs on it from now on: at most 10 media; absent or null changes nothing.',
  })
  mediaIds?: string[] | null;
}

@InputType({ description: 'Which post goes.' })
export class DeletePostInput {
  @Field(() => ID, { description: 'The post.' })
  postId: string;
}

@InputType({ description: 'Which post is liked.' })
export class LikePostInput {
  @Field(() => ID, { description: 'The post.' })
  postId: string;
}

@InputType({ description: 'Which post is not liked any more.' })
export class UnlikePostInput {
  @Field(() => ID, { description: 'The post.' })
  postId: string;
}

@InputType({ description: 'What to say about which post.' })
export class AddCommentInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one comment; retry with the same.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The post.' })
  postId: string;

  @Field(() => String, { description: 'Plain text, 1 to 4000 characters.' })
  body: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The comment it answers: one of the same post that answers none itself.',
  })
  parentId?: string | null;
}

@InputType({ description: 'Which comment goes.' })
export class DeleteCommentInput {
  @Field(() => ID, { description: 'The comment.' })
  commentId: string;
}

@InputType({ description: 'Whom to follow.' })
export class FollowUserInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;
}

@InputType({ description: 'Whom to follow no more.' })
export class UnfollowUserInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;
}
