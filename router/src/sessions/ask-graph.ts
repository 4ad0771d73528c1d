// Runs one of the fixed documents as any other mutation: the same executor, the same budget, the same masking.
import { Deadline } from '@mosaic/kernel/deadline/deadline';
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { readByteText } from '../bounds/byte-text.js';
import type { Passage } from '../passage.js';
import { nothingPassedOn } from '../plan/call.js';
import type { Executor } from '../plan/executor.js';
import { maskErrors } from '../respond/mask-errors.js';
import { type RefusalCode, Refused } from '../respond/refusals.js';
import type { FixedDocument } from './documents.js';
import type { SessionTokens } from './session-cookies.js';

/** As the graph's UserError. */
export type UserErrors = readonly unknown[];

/** What the graph answers; which of the others is there, its document says. */
export interface Granted {
  readonly userErrors: UserErrors;
  readonly session: (SessionTokens & { readonly user: { readonly id: string } }) | null;
  readonly guest: { readonly token: string; readonly expiresAt: string } | null;
}

/** As this viewer, with this guest beside them. Refuses when no answer came, and logs nothing of the variables. */
export type AskGraph = (
  passage: Passage,
  fixed: FixedDocument,
  input?: Readonly<Record<string, unknown>>,
  viewer?: Viewer | null,
) => Promise<Granted | Refused>;

export const graphAsker =
  (executor: Executor, budgetMs: number): AskGraph =>
  async (passage, { document, operation, field }, input, viewer = null) => {
    const { guest, locale, requestId, log } = passage;
    passage.operation = operation;
    // A page may leave when it has signed out: what is begun is finished.
    const access = JSON.stringify([viewer, guest, locale]);
    const call = {
      viewer,
      guest,
      passedOn: nothingPassedOn,
      access,
      locale,
      requestId,
      hasLeft: false,
      log,
      deadline: Deadline.in(budgetMs),
    };
    const variables = input ? { input } : {};
    try {
      const { data, errors } = await executor.execute({ document, variables }, call);
      const payload = data && (JSON.parse(readByteText(data)) as Record<string, unknown> | null)?.[field];
      if (payload && errors.length === 0) return payload as Granted;
      const [first] = maskErrors(errors, log, requestId);
      return refusalOf(first?.extensions['code']);
    } catch (error) {
      log.error('a session could not be asked for', { error });
      return Refused.as('INTERNAL');
    }
  };

const REFUSALS: Readonly<Record<string, RefusalCode>> = {
  SUBGRAPH_UNAVAILABLE: 'SESSIONS_UNAVAILABLE',
  SUBGRAPH_TIMEOUT: 'SESSIONS_UNAVAILABLE',
  BAD_USER_INPUT: 'BAD_FORM',
  UNAUTHENTICATED: 'UNAUTHENTICATED',
};

const refusalOf = (code: unknown): Refused => Refused.as(REFUSALS[String(code)] ?? 'INTERNAL');
