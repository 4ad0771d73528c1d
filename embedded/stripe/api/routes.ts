// Every address of the API that we speak.
import type { Form } from '../wire/read-form.js';
import type { Desk } from './desk.js';
import { listEvents, listIntents, listRefunds, retrieveEvent } from './lists.js';
import { cancelIntent, confirmIntent, createIntent, retrieveIntent } from './payment-intents.js';
import { createRefund, retrieveRefund } from './refunds.js';

type Operation = (desk: Desk, form: Form, id: string) => unknown;

const routes: readonly (readonly [method: string, path: RegExp, operation: Operation])[] = [
  ['POST', /^\/v1\/payment_intents$/, createIntent],
  ['GET', /^\/v1\/payment_intents$/, listIntents],
  ['GET', /^\/v1\/payment_intents\/(\w+)$/, retrieveIntent],
  ['POST', /^\/v1\/payment_intents\/(\w+)\/confirm$/, confirmIntent],
  ['POST', /^\/v1\/payment_intents\/(\w+)\/cancel$/, cancelIntent],
  ['POST', /^\/v1\/refunds$/, createRefund],
  ['GET', /^\/v1\/refunds$/, listRefunds],
  ['GET', /^\/v1\/refunds\/(\w+)$/, retrieveRefund],
  ['GET', /^\/v1\/events$/, listEvents],
  ['GET', /^\/v1\/events\/(\w+)$/, retrieveEvent],
];

/** Undefined for what the service may know and we do not. */
export function operationFor(method: string, path: string): ((desk: Desk, form: Form) => unknown) | undefined {
  for (const [wanted, pattern, operation] of routes) {
    const match = wanted === method ? pattern.exec(path) : null;
    if (match) return (desk, form) => operation(desk, form, match[1] ?? '');
  }
  return undefined;
}
