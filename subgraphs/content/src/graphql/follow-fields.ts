// What everybody who is signed in sees of a person's posts and of who follows whom.
import type { Connection } from '@mosaic/kernel/paging/page';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Post } from '../domain/post.js';
import { User } from '../domain/user.js';
import type { ContentContext } from './context.js';
import { postsBy } from './post-queries.js';
import { PostConnection } from './types/post-types.js';

const SIGNED_IN = 'For everybody who is signed in.';

@Resolver(() => User)
export class FollowFields {
  @FieldResolver(() => PostConnection, {
    nullable: true,
    description: `What the person told everybody, the latest first. ${SIGNED_IN}`,
  })
  async posts(
    @Root() { id }: User,
    @Args(() => ConnectionArgs) page: ConnectionArgs,
    @Ctx() context: ContentContext,
  ): Promise<Connection<Post> | null> {
    return context.asker && postsBy(context, id, page);
  }

  @FieldResolver(() => Int, { nullable: true, description: `How many people follow the person. ${SIGNED_IN}` })
  async followerCount(@Root() { id }: User, @Ctx() { asker, load }: ContentContext): Promise<number | null> {
    return asker && ((await load.followCounts.load(id))?.followers ?? 0);
  }

  @FieldResolver(() => Int, { nullable: true, description: `How many people the person follows. ${SIGNED_IN}` })
  async followingCount(@Root() { id }: User, @Ctx() { asker, load }: ContentContext): Promise<number | null> {
    return asker && ((await load.followCounts.load(id))?.following ?? 0);
  }

  @FieldResolver(() => Boolean, { nullable: true, description: `Whether the viewer follows the person. ${SIGNED_IN}` })
  async viewerHasFollowed(@Root() { id }: User, @Ctx() { asker, load }: ContentContext): Promise<boolean | null> {
    return asker && ((await load.followed.load(id)) ?? false);
  }
}
