// Inputs and payloads of everything about the account itself.
import { UserError } from '@mosaic/kernel/subgraph/graphql-types';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { type Role, User } from '../../domain/user.js';
import { RoleEnum } from './user-type.js';

@InputType({ description: 'What to change of the profile; what is absent stays.' })
export class UpdateProfileInput {
  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: 'The name shown to others: 1 to 60 characters; cannot be null.' })
  displayName?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 500 characters; null empties it.' })
  bio?: string | null;

  @Field(() => String, { nullable: true, description: 'en or fr; cannot be null.' })
  locale?: string | null;
}

@InputType({ description: 'The old password and the new one.' })
export class ChangePasswordInput {
  @Field(() => String, { description: 'The password as it is.' })
  currentPassword: string;

  @Field(() => String, { description: 'At least 8 characters and at most 72 bytes of UTF-8 (after NFC).' })
  newPassword: string;
}

@InputType({ description: 'Who gets which role.' })
export class ChangeUserRoleInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;

  @Field(() => RoleEnum, { description: 'What the account may act as from now on.' })
  role: Role;
}

@ObjectType({ description: 'What came of changing the profile.' })
export class UpdateProfilePayload {
  @Field(() => User, { nullable: true, description: 'The person, changed.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of changing the password; all other sessions are over.' })
export class ChangePasswordPayload {
  @Field(() => User, { nullable: true, description: 'The viewer.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of changing a role; all sessions of the person are over.' })
export class ChangeUserRolePayload {
  @Field(() => User, { nullable: true, description: 'The person, changed.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}
