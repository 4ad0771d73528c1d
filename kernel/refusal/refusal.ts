// A refusal is an expected "no": a value with a stable code, never an exception.

export type RefusalParameters = Readonly<Record<string, string | number>>;

export class Refusal {
  constructor(
    /** Stable, in CAPS, listed in a catalogue. */
    readonly code: string,
    /** English; clients translate by code and parameters. */
    readonly message: string,
    readonly parameters: RefusalParameters = {},
    /** Path of the input that is wrong, e.g. ['email']; empty when it is no single input. */
    readonly path: readonly string[] = [],
  ) {}

  /** The same refusal, pointing at an input. */
  at(...path: string[]): Refusal {
    return new Refusal(this.code, this.message, this.parameters, path);
  }
}

export const isRefusal = (value: unknown): value is Refusal => value instanceof Refusal;

/**
 * Access denied before anything was decided: UNAUTHENTICATED (nobody is signed in) or FORBIDDEN. Thrown, because the
 * whole field has no answer; it leaves as a GraphQL error with that code.
 */
export class AccessError extends Error {
  constructor(readonly code: 'UNAUTHENTICATED' | 'FORBIDDEN') {
    super(code === 'UNAUTHENTICATED' ? 'Sign in first.' : 'This is not yours to see or do.');
  }
}

/** A question that cannot be answered as asked (a bad cursor, first: 1000). Leaves as a GraphQL error with its code. */
export class RefusedError extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}
