// A mutation that is expected to be granted: its payload, or an error with the code it was refused with.
import { ClientError } from 'graphql-request';
import { eventually } from './eventually.js';

/** A person or a guest. */
export interface Actor {
  ask<T>(document: string, variables?: Record<string, unknown>): Promise<T>;
}

interface UserError {
  code: string;
  message: string;
}

class Refused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** The payload of a mutation, with what is selected of it. Throws Refused for the first of its userErrors. */
export async function act<P>(
  actor: Actor,
  field: string,
  input: Record<string, unknown>,
  selection: string,
): Promise<P> {
  const type = `${field.charAt(0).toUpperCase()}${field.slice(1)}Input`;
  const answer = await actor.ask<Record<string, P & { userErrors: UserError[] }>>(
    `mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} userErrors { code message } } }`,
    { input },
  );
  const { userErrors, ...payload } = answer[field] as P & { userErrors: UserError[] };
  const [refusal] = userErrors;
  if (refusal) throw new Refused(refusal.code, refusal.message);
  return payload as P;
}

/** The code by which something was refused or failed; undefined when it was neither, but no answer at all. */
export function codeOf(failure: unknown): string | undefined {
  if (failure instanceof Refused) return failure.code;
  const [error] = failure instanceof ClientError ? (failure.response.errors ?? []) : [];
  return error?.extensions['code'] as string | undefined;
}

/** Tries again while it is refused by this code: what permits it arrives by an event. */
export async function oncePermitted<T>(code: string, attempt: () => Promise<T>): Promise<T> {
  const answer = await eventually(
    () =>
      attempt().then(
        (done) => ({ done }),
        (failure: unknown) => {
          if (codeOf(failure) === code) return { code };
          throw failure;
        },
      ),
    (tried) => 'done' in tried,
    60_000,
  );
  return (answer as { done: T }).done;
}
