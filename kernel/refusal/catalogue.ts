// Catalogues give every refusal code its English sentence; the page docs/refusals.md is generated from them.
import { Refusal, type RefusalParameters } from './refusal.js';

type Catalogue<C extends string> = Readonly<Record<C, string>>;

/**
 * Turns `{CODE: 'sentence with {parameter}'}` into a function that makes refusals of these codes.
 * Throws when a sentence names a parameter that was not given: that is a bug of the caller.
 */
export function refusals<C extends string>(catalogue: Catalogue<C>) {
  return (code: C, parameters: RefusalParameters = {}): Refusal => {
    const message = catalogue[code].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = parameters[name];
      if (value === undefined) throw new TypeError(`refusal ${code} needs the parameter ${name}`);
      return String(value);
    });
    return new Refusal(code, message, parameters);
  };
}

/** Codes that every subgraph and the router share. */
export const commonRefusals = {
  BAD_INPUT: 'This value cannot be used: {reason}',
  NOT_FOUND: 'There is no such thing, or it is not yours to see.',
  CONFLICT: 'Somebody changed this meanwhile; load it again and retry.',
  IDEMPOTENCY_KEY_REUSED: 'This idempotency key was used before with another input.',
  BAD_CURSOR: 'This cursor is not one of ours, or it belongs to another list or viewer.',
  RESYNC_REQUIRED: 'This cursor is too old; load the current state and subscribe again.',
} as const;

export const refuse = refusals(commonRefusals);
