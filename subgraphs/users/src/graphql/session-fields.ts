// Fields of a session that depend on who asks.
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Session } from '../domain/session.js';
import type { UsersContext } from './context.js';

@Resolver(() => Session)
export class SessionFields {
  @FieldResolver(() => Boolean, { description: 'Whether this is the session that asks.' })
  isCurrent(@Root() session: Session, @Ctx() { call }: UsersContext): boolean {
    return session.id === call.viewer?.sessionId;
  }
}
