// Fields that are decided or loaded: the same decision by whatever path the entity was reached.
import { retype } from '@mosaic/kernel/values/ids';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { may } from '../access.js';
import { Coach } from '../domain/coach.js';
import { Session } from '../domain/session.js';
import { type AccountStatus, User } from '../domain/user.js';
import type { UsersContext } from './context.js';
import { AccountStatusEnum } from './types/user-type.js';

@Resolver(() => User)
export class UserFields {
  @FieldResolver(() => String, { nullable: true, description: 'For the person and admins; null for everybody else.' })
  email(@Root() user: User, @Ctx() { call }: UsersContext): string | null {
    return may.seeAccount(call.viewer, user) ? user.email : null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether the e-mail was proved to be theirs. For the person and admins; null for everybody else.',
  })
  isEmailVerified(@Root() user: User, @Ctx() { call }: UsersContext): boolean | null {
    return may.seeAccount(call.viewer, user) ? user.emailVerifiedAt !== null : null;
  }

  @FieldResolver(() => AccountStatusEnum, {
    nullable: true,
    description: 'Whether the account may be used. For the person and admins; null for everybody else.',
  })
  status(@Root() user: User, @Ctx() { call }: UsersContext): AccountStatus | null {
    return may.seeAccount(call.viewer, user) ? user.status : null;
  }

  @FieldResolver(() => Coach, {
    nullable: true,
    description: 'The person as a coach; null when they are none, or not listed and not for this viewer to see.',
  })
  coach(@Root() user: User, @Ctx() { load }: UsersContext): Promise<Coach | null> {
    return load.coach.load(retype('Coach', user.id));
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
