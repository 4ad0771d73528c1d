// Every refusal of this subgraph, with its English sentence.
import { commonRefusals, refusals } from '@mosaic/kernel/refusal/catalogue';

export const catalogue = {
  ...commonRefusals,
  EMAIL_TAKEN: 'There is an account with this e-mail address already; sign in instead.',
  WRONG_CREDENTIALS: 'The e-mail address or the password is wrong.',
  WRONG_PASSWORD: 'This is not your current password.',
  PASSWORD_TOO_SHORT: 'A password has at least {minimumCharacters} characters.',
  PASSWORD_TOO_LONG: 'A password has at most {maximumBytes} bytes in UTF-8.',
  TOO_MANY_ATTEMPTS: 'Too many attempts; try again in {retryAfterSeconds} seconds.',
  BUSY: 'Too many people sign in at this moment; try again in {retryAfterSeconds} seconds.',
  SESSION_OVER: 'This session is over; sign in again.',
  LAST_ADMIN: 'This is the last admin; make somebody else an admin first.',
  ACCOUNT_SUSPENDED: 'This account is suspended; ask those who run the place.',
  OWN_ACCOUNT: 'Nobody does this to their own account; ask another admin.',
  LINK_INVALID: 'This link was used before, or it is too old; ask for another one.',
  EMAIL_VERIFIED: 'This e-mail address is verified already.',
  COACH_EXISTS: 'You have applied already; your standing as a coach is {standing}.',
  WRONG_STANDING: 'A coach whose standing is {from} cannot become {to}.',
  SPECIALTY_EXISTS: 'There is a specialty of this name already.',
  SPECIALTY_ARCHIVED: 'This specialty is archived.',
  TOO_MANY_SPECIALTIES: 'There are at most {most} specialties; archive one first.',
} as const;

export const refuse = refusals(catalogue);
