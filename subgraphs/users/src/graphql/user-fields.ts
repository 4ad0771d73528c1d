// Fields that are decided or loaded: the same decision by whatever path the entity was reached.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Session } from '../domain/session.js';
import { User } from '../domain/user.js';
import type { UsersContext } from './context.js';

@Resolver(() => User)
export class UserFields {
  @FieldResolver(() => String, { nullable: true, description: 'For the person and admins; null for everybody else.' })
  email(@Root() user: User, @Ctx() { call }: UsersContext): string | null {
    return may.seeEmail(call.viewer, user) ? user.email : null;
  }

  @FieldResolver(() => [Session], {
    nullable: true,
    description:
      'Where the person is signed in, latest first, at most 50. For the person alone; null for everybody else.',
  })
  sessions(@Root() user: User, @Ctx() { call, rooms }: UsersContext): Promise<Session[] | null> {
    return rooms.sessions.of(call.viewer, user.id);
  }
}
