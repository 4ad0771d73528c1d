// Root fields that read posts.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { placeKey } from '../data/readers/read-posts.js';
import { Post } from '../domain/post.js';
import { connect } from './connect.js';
import { askerOf, type ContentContext } from './context.js';
import { PostConnection } from './types/post-types.js';

@Resolver()
export class PostQueries {
  @Query(() => Post, { nullable: true, description: 'A post; null when there is none.' })
  async post(
    @Arg('id', () => ID, { description: 'Id of the post.' }) id: string,
    @Ctx() context: ContentContext,
  ): Promise<Post | null> {
    askerOf(context);
    return context.load.post.load(id);
  }

  @Query(() => PostConnection, { description: 'Posts of everybody or of one author, the latest first.' })
  posts(
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Arg('authorId', () => ID, { nullable: true, description: 'Only the posts of this person.' })
    authorId: string | null | undefined,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Post>> {
    return postsBy(context, authorId ?? null, page);
  }

  @Query(() => PostConnection, {
    description:
      'Posts of those whom the viewer follows, and their own, the latest first. While people post, walking the pages meets each post once.',
  })
  feed(@Args(() => ConnectionArgs) page: ConnectionArgs, @Ctx() context: ContentContext): Promise<Connection<Post>> {
    const asker = askerOf(context);
    const { read, seal } = context.rooms;
    return connect(seal, asker, 'feed', page, placeKey, (at) => read.feedOf(asker, at));
  }
}

/** Posts of one author, or of everybody; for whoever is signed in. */
export function postsBy(context: ContentContext, authorId: string | null, page: ConnectionArgs) {
  const asker = askerOf(context);
  const { read, seal } = context.rooms;
  const list = `posts ${authorId ?? ''}`;
  return connect(seal, asker, list, page, placeKey, (at) => read.postsBy(asker, authorId, at));
}
