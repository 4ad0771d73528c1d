// One request, from its parameters to its answer: an idempotency key runs once, and what changed is kept before it is told.
import { Desk } from '../api/desk.js';
import { operationFor } from '../api/routes.js';
import type { Books } from '../store/books.js';
import type { Courier } from '../webhooks/courier.js';
import { readForm } from './read-form.js';
import { badParameter, StripeError } from './stripe-error.js';

export interface Asked {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  /** The query of a GET, the body of a POST. */
  readonly form: string;
  readonly idempotencyKey: string | null;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly isReplayed: boolean;
}

const KEY_IN_OTHER_USE =
  'Keys for idempotent requests can only be used with the same parameters they were first used with. Try using a key other than the one used before if you meant to execute a different request.';

/** Never throws for what a client can do wrong. Runs in one go, so that no two requests mix. */
export function answer(books: Books, courier: Courier, asked: Asked, hasEndpoint: boolean): Answer {
  const key = asked.method === 'POST' ? asked.idempotencyKey : null;
  const request = `${asked.method} ${asked.path} ${asked.form}`;
  const kept = key === null ? undefined : books.answers.get(key);
  if (kept && kept.request !== request)
    return refused(new StripeError(400, { type: 'idempotency_error', message: KEY_IN_OTHER_USE }));
  if (kept) return { status: kept.status, body: kept.body, isReplayed: true };

  const desk = new Desk(books, { id: asked.requestId, idempotency_key: key }, hasEndpoint ? 1 : 0);
  const [told, isOutcome] = carryOut(desk, asked);
  if (key !== null && isOutcome) books.put('answers', { id: key, request, status: told.status, body: told.body });
  books.keep();
  for (const event of desk.events) courier.send(event);
  return told;
}

function carryOut(desk: Desk, { method, path, form }: Asked): [told: Answer, isOutcome: boolean] {
  try {
    const operation = operationFor(method, path);
    if (!operation)
      throw new StripeError(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${method}: ${path}): this simulator does not speak it.`,
      });
    const parameters = readForm(form);
    if (!parameters) throw badParameter('', 'The parameters are no form.');
    return [{ status: 200, body: operation(desk, parameters), isReplayed: false }, true];
  } catch (error) {
    if (!(error instanceof StripeError)) throw error;
    return [refused(error), error.isOutcome];
  }
}

const refused = (error: StripeError): Answer => ({
  status: error.status,
  body: { error: error.body },
  isReplayed: false,
});
