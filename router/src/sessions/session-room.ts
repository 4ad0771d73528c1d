// What every act on a session has at hand, and how it answers.
import type { TokenDesk } from '../admission/token-desk.js';
import type { Passage, Verdict } from '../passage.js';
import type { AskGraph, Granted, UserErrors } from './ask-graph.js';
import type { SessionCookies } from './session-cookies.js';

export interface SessionRoom {
  readonly ask: AskGraph;
  readonly cookies: SessionCookies;
  readonly desk: TokenDesk;
}

/** Leaves the answer on the passage. */
export function answer(
  passage: Passage,
  body: { readonly userErrors: UserErrors; readonly [field: string]: unknown },
): null {
  passage.answer = { kind: 'json', body };
  return null;
}

/** Who is signed in now, and until when without a refresh; never a token. */
export const answerSession = (passage: Passage, { userErrors, session }: Granted): Verdict =>
  answer(passage, {
    userErrors,
    userId: session?.user.id ?? null,
    expiresAt: session?.accessTokenExpiresAt ?? null,
  });
