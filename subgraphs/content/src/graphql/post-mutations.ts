// Root fields that change posts, comments and likes, and who follows whom.
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addComment } from '../use-cases/add-comment.js';
import { deletePost, editPost } from '../use-cases/change-post.js';
import { createPost } from '../use-cases/create-post.js';
import { deleteComment } from '../use-cases/delete-comment.js';
import { followUser, unfollowUser } from '../use-cases/follow-user.js';
import { likePost, unlikePost } from '../use-cases/like-post.js';
import { askerOf, type ContentContext } from './context.js';
import {
  AddCommentInput,
  AddCommentPayload,
  CreatePostInput,
  CreatePostPayload,
  DeleteCommentInput,
  DeleteCommentPayload,
  DeletePostInput,
  DeletePostPayload,
  EditPostInput,
  EditPostPayload,
  FollowUserInput,
  FollowUserPayload,
  LikePostInput,
  LikePostPayload,
  UnfollowUserInput,
  UnfollowUserPayload,
  UnlikePostInput,
  UnlikePostPayload,
} from './types/post-inputs.js';

@Resolver()
export class PostMutations {
  @Mutation(() => CreatePostPayload, {
    description: 'Tells everybody who is signed in something. Refuses BAD_INPUT, TOO_MANY, IDEMPOTENCY_KEY_REUSED.',
  })
  async createPost(
    @Arg('input', () => CreatePostInput, { description: 'The post.' }) input: CreatePostInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('post', await createPost(context.rooms, askerOf(context), input));
  }

  @Mutation(() => EditPostPayload, {
    description: 'Changes a post of the viewer. Refuses NOT_FOUND, CONFLICT, BAD_INPUT, TOO_MANY.',
  })
  async editPost(
    @Arg('input', () => EditPostInput, { description: 'The changes.' }) input: EditPostInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('post', await editPost(context.rooms, askerOf(context), input));
  }

  @Mutation(() => DeletePostPayload, {
    description: 'Takes a post of the viewer back, with all comments and likes. Refuses NOT_FOUND.',
  })
  async deletePost(
    @Arg('input', () => DeletePostInput, { description: 'Which one.' }) input: DeletePostInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('postId', await deletePost(context.rooms, askerOf(context), input));
  }

  @Mutation(() => LikePostPayload, {
    description: 'The viewer likes a post; again changes nothing. Refuses NOT_FOUND.',
  })
  async likePost(
    @Arg('input', () => LikePostInput, { description: 'Which one.' }) input: LikePostInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('post', await likePost(context.rooms, askerOf(context), input));
  }

  @Mutation(() => UnlikePostPayload, {
    description: 'The viewer does not like a post any more; without a like it changes nothing. Refuses NOT_FOUND.',
  })
  async unlikePost(
    @Arg('input', () => UnlikePostInput, { description: 'Which one.' }) input: UnlikePostInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('post', await unlikePost(context.rooms, askerOf(context), input));
  }

  @Mutation(() => AddCommentPayload, {
    description:
      'Says something about a post, or answers a comment on it. Refuses NOT_FOUND, BAD_INPUT, IDEMPOTENCY_KEY_REUSED.',
  })
  async addComment(
    @Arg('input', () => AddCommentInput, { description: 'The comment.' }) input: AddCommentInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('comment', await addComment(context.rooms, askerOf(context), input));
  }

  @Mutation(() => DeleteCommentPayload, {
    description:
      'Takes a comment of the viewer back; when it was answered, it stays without its words. Refuses NOT_FOUND.',
  })
  async deleteComment(
    @Arg('input', () => DeleteCommentInput, { description: 'Which one.' }) input: DeleteCommentInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('commentId', await deleteComment(context.rooms, askerOf(context), input));
  }

  @Mutation(() => FollowUserPayload, {
    description:
      'The posts of somebody come into the feed of the viewer; at most 2000 people. Refuses BAD_INPUT, TOO_MANY.',
  })
  async followUser(
    @Arg('input', () => FollowUserInput, { description: 'Whom.' }) input: FollowUserInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('user', await followUser(context.rooms, askerOf(context), input));
  }

  @Mutation(() => UnfollowUserPayload, {
    description: 'The posts of somebody go from the feed of the viewer. Refuses BAD_INPUT.',
  })
  async unfollowUser(
    @Arg('input', () => UnfollowUserInput, { description: 'Whom.' }) input: UnfollowUserInput,
    @Ctx() context: ContentContext,
  ) {
    return payload('user', await unfollowUser(context.rooms, askerOf(context), input));
  }
}
