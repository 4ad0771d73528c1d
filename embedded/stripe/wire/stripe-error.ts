// An answer that is not 200, in Stripe's envelope: `{error: {type, code, message, param, ...}}`.

export type ErrorType = 'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error';

export interface ErrorBody {
  readonly type: ErrorType;
  readonly message: string;
  readonly code?: string;
  readonly decline_code?: string;
  readonly param?: string;
  readonly charge?: string;
  readonly payment_intent?: unknown;
}

export class StripeError extends Error {
  constructor(
    readonly status: number,
    readonly body: ErrorBody,
    /** Whether the request got as far as being carried out: only then is its answer kept for its idempotency key. */
    readonly isOutcome = false,
  ) {
    super(body.message);
  }
}

export const badParameter = (param: string, message: string, code?: string): StripeError =>
  new StripeError(400, { type: 'invalid_request_error', message, param, ...(code && { code }) });

export const missing = (what: string, id: string, param: string): StripeError =>
  new StripeError(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  });

/** The object is in a state in which this cannot be done. */
export const wrongState = (code: string, message: string, more: Partial<ErrorBody> = {}): StripeError =>
  new StripeError(400, { type: 'invalid_request_error', code, message, ...more }, true);
