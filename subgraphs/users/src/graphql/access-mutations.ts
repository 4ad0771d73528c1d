// Root fields that let somebody in or keep them out: guests, mailed links, suspension. Those that take a token or an
// address are sensitive: the router lets at most one of them into an operation.
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { reinstateUser, suspendUser } from '../use-cases/change-account-status.js';
import { requestEmailVerification } from '../use-cases/request-email-verification.js';
import { requestPasswordReset } from '../use-cases/request-password-reset.js';
import { resetPassword } from '../use-cases/reset-password.js';
import { startGuest } from '../use-cases/start-guest.js';
import { verifyEmail } from '../use-cases/verify-email.js';
import type { UsersContext } from './context.js';
import {
  ReinstateUserInput,
  ReinstateUserPayload,
  RequestEmailVerificationPayload,
  RequestPasswordResetInput,
  RequestPasswordResetPayload,
  ResetPasswordInput,
  ResetPasswordPayload,
  StartGuestPayload,
  SuspendUserInput,
  SuspendUserPayload,
  VerifyEmailInput,
  VerifyEmailPayload,
} from './types/access-payloads.js';

@Resolver()
export class AccessMutations {
  @Mutation(() => StartGuestPayload, {
    description:
      'A token for somebody without an account, who fills a cart. Whoever brings it when signing in or up gets what the guest held.',
  })
  async startGuest(@Ctx() { rooms }: UsersContext) {
    return payload('guest', await startGuest(rooms));
  }

  @Mutation(() => RequestEmailVerificationPayload, {
    description: 'Mails the viewer a link that verifies their address. Refuses EMAIL_VERIFIED and TOO_MANY_ATTEMPTS.',
  })
  async requestEmailVerification(@Ctx() { call, rooms }: UsersContext) {
    return payload('user', await requestEmailVerification(rooms, viewerOf(call)));
  }

  @Mutation(() => VerifyEmailPayload, {
    description: 'Verifies the address a link was mailed to, signed in or not. Refuses LINK_INVALID.',
  })
  async verifyEmail(
    @Arg('input', () => VerifyEmailInput, { description: 'The link.' }) { token }: VerifyEmailInput,
    @Ctx() { rooms }: UsersContext,
  ) {
    return payload('user', await verifyEmail(rooms, token));
  }

  @Mutation(() => RequestPasswordResetPayload, {
    description: 'Mails a link to choose another password, if there is such an account; the answer is always the same.',
  })
  async requestPasswordReset(
    @Arg('input', () => RequestPasswordResetInput, { description: 'Whose.' }) { email }: RequestPasswordResetInput,
    @Ctx() { rooms }: UsersContext,
  ) {
    await requestPasswordReset(rooms, email);
    return payload('isRequested', true);
  }

  @Mutation(() => ResetPasswordPayload, {
    description:
      'Gives the account a link was mailed to another password and ends all its sessions. Refuses LINK_INVALID, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, BUSY.',
  })
  async resetPassword(
    @Arg('input', () => ResetPasswordInput, { description: 'The link and the password.' }) input: ResetPasswordInput,
    @Ctx() { rooms }: UsersContext,
  ) {
    return payload('user', await resetPassword(rooms, input));
  }

  @Mutation(() => SuspendUserPayload, {
    description:
      'Keeps somebody out: all their sessions end, and signing in is refused; for admins. Refuses OWN_ACCOUNT, NOT_FOUND and BAD_INPUT.',
  })
  async suspendUser(
    @Arg('input', () => SuspendUserInput, { description: 'Whom.' }) input: SuspendUserInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('user', await suspendUser(rooms, viewerOf(call), input));
  }

  @Mutation(() => ReinstateUserPayload, {
    description: 'Lets somebody in again; for admins. Refuses OWN_ACCOUNT, NOT_FOUND and BAD_INPUT.',
  })
  async reinstateUser(
    @Arg('input', () => ReinstateUserInput, { description: 'Whom.' }) input: ReinstateUserInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('user', await reinstateUser(rooms, viewerOf(call), input));
  }
}
