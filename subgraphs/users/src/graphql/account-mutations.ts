// Root fields that change an account.
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { refuse } from '../domain/refusals.js';
import { changePassword } from '../use-cases/change-password.js';
import { changeUserRole } from '../use-cases/change-user-role.js';
import { type UpdateProfile, updateProfile } from '../use-cases/update-profile.js';
import type { UsersContext } from './context.js';
import { readLocale } from './read-locale.js';
import {
  ChangePasswordInput,
  ChangePasswordPayload,
  ChangeUserRoleInput,
  ChangeUserRolePayload,
  UpdateProfileInput,
  UpdateProfilePayload,
} from './types/account-payloads.js';

@Resolver()
export class AccountMutations {
  @Mutation(() => UpdateProfilePayload, {
    description: 'Changes what others see of the viewer. Refuses CONFLICT and BAD_INPUT.',
  })
  async updateProfile(
    @Arg('input', () => UpdateProfileInput, { description: 'The change.' }) input: UpdateProfileInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    const viewer = viewerOf(call);
    const change = readChange(input);
    return payload('user', isRefusal(change) ? change : await updateProfile(rooms, viewer, change));
  }

  @Mutation(() => ChangePasswordPayload, {
    description:
      'Gives the viewer another password and ends their other sessions. Refuses WRONG_PASSWORD, TOO_MANY_ATTEMPTS, PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, BUSY, CONFLICT.',
  })
  async changePassword(
    @Arg('input', () => ChangePasswordInput, { description: 'Both passwords.' }) input: ChangePasswordInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('user', await changePassword(rooms, viewerOf(call), input));
  }

  @Mutation(() => ChangeUserRolePayload, {
    description:
      'Gives a person a role; for admins. All sessions of the person end, so that the new role counts at once. Refuses LAST_ADMIN and NOT_FOUND.',
  })
  async changeUserRole(
    @Arg('input', () => ChangeUserRoleInput, { description: 'Who and what.' }) input: ChangeUserRoleInput,
    @Ctx() { call, rooms }: UsersContext,
  ) {
    return payload('user', await changeUserRole(rooms, viewerOf(call), input));
  }
}

/** Absent leaves a field as it is; null empties the bio, and nothing else can be empty. */
function readChange({ expectedVersion, displayName, bio, locale }: UpdateProfileInput): UpdateProfile | Refusal {
  if (displayName === null) return refuse('BAD_INPUT', { reason: 'a name cannot be null' }).at('displayName');
  if (locale === null) return refuse('BAD_INPUT', { reason: 'a locale cannot be null' }).at('locale');
  const known = locale === undefined ? undefined : readLocale(locale);
  if (isRefusal(known)) return known;
  return { expectedVersion, displayName, bio: bio === null ? '' : bio, locale: known };
}
