// Root fields that read.
import type { Connection } from '@mosaic/kernel/paging/page';
import { refuse } from '@mosaic/kernel/refusal/catalogue';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Query, Resolver } from 'type-graphql';
import { User } from '../domain/user.js';
import type { UsersContext } from './context.js';
import { findNode } from './nodes.js';
import { UserConnection } from './types/user-type.js';

const MOST_NODES = 100;

@ArgsType()
class UsersArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Any part of a name, whatever its case and accents.' })
  @MaxLength(100)
  search?: string | null;
}

@Resolver()
export class Queries {
  @Query(() => User, { nullable: true, description: 'Who asks; null when nobody is signed in.' })
  async me(@Ctx() { call, load }: UsersContext): Promise<User | null> {
    return call.viewer && load.user.load(call.viewer.id);
  }

  @Query(() => User, {
    nullable: true,
    description: 'A person; null when there is none. For everybody who is signed in.',
  })
  async user(
    @Arg('id', () => ID, { description: 'Id of the person.' }) id: string,
    @Ctx() { call, load }: UsersContext,
  ): Promise<User | null> {
    viewerOf(call);
    return load.user.load(id);
  }

  @Query(() => UserConnection, { description: 'Everybody with an account, by name. For everybody who is signed in.' })
  users(
    @Args(() => UsersArgs) { search, ...page }: UsersArgs,
    @Ctx() { call, rooms }: UsersContext,
  ): Promise<Connection<User>> {
    return rooms.people.directory(viewerOf(call), search ?? '', page);
  }

  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id; null for an unknown type, or for what this viewer may not see. Of another subgraph’s things only the id is known here: fields of one that does not exist are null.',
  })
  node(
    @Arg('id', () => ID, { description: 'Any global id.' }) id: string,
    @Ctx() context: UsersContext,
  ): Promise<object | null> {
    return findNode(id, context);
  }

  @Query(() => [Node], {
    nullable: 'items',
    description: 'The same for several ids, in their order, at most 100.',
  })
  async nodes(
    @Arg('ids', () => [ID], { description: 'Global ids, at most 100.' }) ids: string[],
    @Ctx() context: UsersContext,
  ): Promise<(object | null)[]> {
    if (ids.length > MOST_NODES)
      throw new RefusedError(refuse('BAD_INPUT', { reason: `at most ${MOST_NODES} ids` }).at('ids'));
    return Promise.all(ids.map((id) => findNode(id, context)));
  }
}
