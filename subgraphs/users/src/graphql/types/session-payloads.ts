// Inputs and payloads of everything about sessions.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { UserError } from '@mosaic/kernel/subgraph/graphql-types';
import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Session } from '../../domain/session.js';
import { User } from '../../domain/user.js';

@InputType({ description: 'What makes an account.' })
export class SignUpInput {
  @Field(() => String, { description: 'E-mail address in ASCII, at most 254 characters; unique regardless of case.' })
  email: string;

  @Field(() => String, { description: 'At least 8 characters and at most 72 bytes of UTF-8 (after NFC).' })
  password: string;

  @Field(() => String, { description: 'The name shown to others: 1 to 60 characters.' })
  displayName: string;

  @Field(() => String, {
    nullable: true,
    description: 'The language to use: en or fr; by default what the call asks for.',
  })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'What to call this device in the list of sessions.' })
  @MaxLength(1_000)
  device?: string | null;
}

@InputType({ description: 'What proves who somebody is.' })
export class SignInInput {
  @Field(() => String, { description: 'E-mail address of the account.' })
  email: string;

  @Field(() => String, { description: 'Its password.' })
  password: string;

  @Field(() => String, { nullable: true, description: 'What to call this device in the list of sessions.' })
  @MaxLength(1_000)
  device?: string | null;
}

@InputType({ description: 'The refresh token to exchange.' })
export class RefreshSessionInput {
  @Field(() => String, { description: 'The latest refresh token of the session; it works once.' })
  refreshToken: string;
}

@InputType({ description: 'Which session to end.' })
export class RevokeSessionInput {
  @Field(() => ID, { description: 'A session of the viewer.' })
  sessionId: string;
}

@ObjectType({ description: 'A session as its owner gets it: keep the refresh token where scripts cannot read it.' })
export class SessionTokens {
  @Field(() => String, { description: 'JWT for the Authorization header, good for 10 minutes.' })
  accessToken: string;

  @Field(() => DateTime, { description: 'When the access token stops working.' })
  accessTokenExpiresAt: Date;

  @Field(() => String, { description: 'Opaque; gives the next pair of tokens, once, within 30 days.' })
  refreshToken: string;

  @Field(() => User, {
    description:
      'Who is signed in. This request is still anonymous: fields for the owner alone are null until the next.',
  })
  user: User;
}

@ObjectType({ description: 'What came of signing up.' })
export class SignUpPayload {
  @Field(() => SessionTokens, { nullable: true, description: 'The first session of the new account.' })
  session: SessionTokens | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of signing in.' })
export class SignInPayload {
  @Field(() => SessionTokens, { nullable: true, description: 'The new session.' })
  session: SessionTokens | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of refreshing a session.' })
export class RefreshSessionPayload {
  @Field(() => SessionTokens, { nullable: true, description: 'The session, with its next tokens.' })
  session: SessionTokens | null;

  @Field(() => [UserError], { description: 'Why there is none; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of signing out.' })
export class SignOutPayload {
  @Field(() => ID, { nullable: true, description: 'The session that is over.' })
  endedSessionId: string | null;

  @Field(() => [UserError], { description: 'Empty: signing out cannot be refused.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of revoking a session.' })
export class RevokeSessionPayload {
  @Field(() => ID, { nullable: true, description: 'The session that is over.' })
  endedSessionId: string | null;

  @Field(() => [UserError], { description: 'Why it is not; empty on success.' })
  userErrors: UserError[];
}

@ObjectType({ description: 'What came of revoking all other sessions.' })
export class RevokeOtherSessionsPayload {
  @Field(() => [Session], { nullable: true, description: 'What is left: the current session. At most 50.' })
  sessions: Session[] | null;

  @Field(() => [UserError], { description: 'Empty: this cannot be refused.' })
  userErrors: UserError[];
}
