// Root fields that begin and end sessions. Those that take a password or a token are sensitive: the router lets at
// most one of them into an operation.
import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refreshSession } from '../use-cases/refresh-session.js';
import { revokeOtherSessions } from '../use-cases/revoke-other-sessions.js';
import { revokeSession } from '../use-cases/revoke-session.js';
import { signIn } from '../use-cases/sign-in.js';
import { signOut } from '../use-cases/sign-out.js';
import { signUp } from '../use-cases/sign-up.js';
import type { UsersContext } from './context.js';
import { readLocale } from './read-locale.js';
import {
  RefreshSessionInput,
  RefreshSessionPayload,
  RevokeOtherSessionsPayload,
  RevokeSessionInput,
  RevokeSessionPayload,
  SignInInput,
  SignInPayload,
  SignOutPayload,
  SignUpInput,
  SignUpPayload,
} from './types/session-payloads.js';

@Resolver()
export class SessionMutations {
  @Mutation(() => SignUpPayload, {
    description:
      'Makes an account and signs in. Refuses EMAIL_TAKEN, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, BAD_INPUT, BUSY.',
  })
  async signUp(
    @Arg('input', () => SignUpInput, { description: 'The account.' }) input: SignUpInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    const locale = readLocale(input.locale ?? call.locale);
    return payload(
      'session',
      isRefusal(locale) ? locale : await signUp(rooms, { ...input, locale, guestId: call.guest }),
    );
  }

  @Mutation(() => SignInPayload, {
    description: 'Begins a session. Refuses WRONG_CREDENTIALS, ACCOUNT_SUSPENDED, TOO_MANY_ATTEMPTS, BUSY.',
  })
  async signIn(
    @Arg('input', () => SignInInput, { description: 'The proof.' }) input: SignInInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('session', await signIn(rooms, { ...input, guestId: call.guest }));
  }

  @Mutation(() => RefreshSessionPayload, {
    description:
      'The next pair of tokens. Repeating it within 10 seconds gives the same pair; a token used again later ends the session. Refuses SESSION_OVER.',
  })
  async refreshSession(
    @Arg('input', () => RefreshSessionInput, { description: 'The token.' }) { refreshToken }: RefreshSessionInput,
    @Ctx() { rooms }: UsersContext,
  ) {
    return payload('session', await refreshSession(rooms, refreshToken));
  }

  @Mutation(() => SignOutPayload, { description: 'Ends the session that asks.' })
  async signOut(@Ctx() { call, rooms }: UsersContext) {
    return payload('endedSessionId', await signOut(rooms, viewerOf(call)));
  }

  @Mutation(() => RevokeSessionPayload, { description: 'Ends one session of the viewer. Refuses NOT_FOUND.' })
  async revokeSession(
    @Arg('input', () => RevokeSessionInput, { description: 'Which.' }) { sessionId }: RevokeSessionInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('endedSessionId', await revokeSession(rooms, viewerOf(call), sessionId));
  }

  @Mutation(() => RevokeOtherSessionsPayload, { description: 'Ends all sessions of the viewer but the one that asks.' })
  async revokeOtherSessions(@Ctx() { call, rooms }: UsersContext) {
    const viewer = viewerOf(call);
    await revokeOtherSessions(rooms, viewer);
    return payload('sessions', await rooms.sessions.of(viewer, viewer.id));
  }
}
