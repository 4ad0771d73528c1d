// Inputs and payloads of what lets somebody in or keeps them out: guests, mailed links, suspension.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { UserError } from '@mosaic/kernel/subgraph/graphql-types';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { User } from '../../domain/user.js';

@ObjectType({
  description: 'What somebody without an account is known by. It admits to nothing but what guests may do.',
})
export class GuestToken {
  @Field(() => String, { description: 'JWT for the x-mosaic-guest header.' })
  token: string;

  @Field(() => DateTime, { description: 'When it stops working.' })
  expiresAt: Date;
}

@InputType({ description: 'The link that was mailed.' })
export class VerifyEmailInput {
  @Field(() => String, { description: 'The token in the link; it works once, for 30 minutes.' })
  token: string;
}

@InputType({ description: 'Whose password is to be chosen anew.' })
export class RequestPasswordResetInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;
}

@InputType({ description: 'The link that was mailed, and another password.' })
export class ResetPasswordInput {
  @Field(() => String, { description: 'The token in the link; it works once, for 30 minutes.' })
  token: string;

  @Field(() => String, { description: 'At least 8 characters and at most 72 bytes of UTF-8 (after NFC).' })
  newPassword: string;
}

@InputType({ description: 'Whom to keep out, and why.' })
export class SuspendUserInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;

  @Field(() => String, { description: 'For the audit trail: 1 to 500 characters.' })
  reason: string;
}

@InputType({ description: 'Whom to let in again, and why.' })
export class ReinstateUserInput {
  @Field(() => ID, { description: 'The person.' })
  userId: string;

  @Field(() => String, { description: 'For the audit trail: 1 to 500 characters.' })
  reason: string;
}

@ObjectType({ description: 'What came of starting as a guest.' })
export class StartGuestPayload {
  @Field(() => GuestToken, { nullable: true, description: 'The token to keep.' })
  guest: GuestToken | null;

  @Field(() => [UserError], { description: 'Empty: this cannot be refused.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of asking for a link that verifies the address.' })
export class RequestEmailVerificationPayload {
  @Field(() => User, { nullable: true, description: 'The viewer, who gets a mail.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why none is sent; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of following the link that verifies the address.' })
export class VerifyEmailPayload {
  @Field(() => User, { nullable: true, description: 'Whose address it is.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'The same answer for every address, whether there is an account or not.' })
export class RequestPasswordResetPayload {
  @Field(() => Boolean, { nullable: true, description: 'Always true: if there is an account, it gets a mail.' })
  isRequested: boolean | null;

  @Field(() => [UserError], { description: 'Empty: this cannot be refused.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of choosing another password; all sessions are over.' })
export class ResetPasswordPayload {
  @Field(() => User, { nullable: true, description: 'Whose password it is; nobody is signed in by this.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of suspending an account; all its sessions are over.' })
export class SuspendUserPayload {
  @Field(() => User, { nullable: true, description: 'The person.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of letting somebody in again.' })
export class ReinstateUserPayload {
  @Field(() => User, { nullable: true, description: 'The person.' })
  user: User | null;

  @Field(() => [UserError], { description: 'Why nothing changed; empty on success.' })
  userErrors: UserError[];
}
