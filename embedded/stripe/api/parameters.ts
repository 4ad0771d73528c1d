// Reads parameters strictly: what we do not know is refused by name, as the service refuses what it does not know.
import type { Metadata } from '../objects/shapes.js';
import type { Form } from '../wire/read-form.js';
import { badParameter, StripeError } from '../wire/stripe-error.js';

/** Throws when the form has a parameter that is not among `known`. */
export function refuseUnknown(form: Form, known: readonly string[]): void {
  for (const name of Object.keys(form))
    if (!known.includes(name)) throw badParameter(name, `Received unknown parameter: ${name}`, 'parameter_unknown');
}

export function textOf(form: Form, name: string): string | null {
  const value = form[name];
  if (value === undefined || value === '') return null;
  if (typeof value !== 'string') throw badParameter(name, `Invalid string: ${name}`);
  return value;
}

export function requiredText(form: Form, name: string): string {
  const text = textOf(form, name);
  if (text === null) throw badParameter(name, `Missing required param: ${name}.`, 'parameter_missing');
  return text;
}

/** Minor units, at least 1 and at most 99,999,999, as the service's limit is. */
export function amountOf(form: Form, name: string): number | null {
  const text = textOf(form, name);
  if (text === null) return null;
  if (!/^-?\d+$/.test(text)) throw badParameter(name, `Invalid integer: ${text}`, 'parameter_invalid_integer');
  const amount = Number(text);
  if (amount < 1)
    throw badParameter(name, 'This value must be greater than or equal to 1.', 'parameter_invalid_integer');
  if (amount > 99_999_999) throw badParameter(name, 'Amount must be no more than 999,999.99', 'amount_too_large');
  return amount;
}

export function flagOf(form: Form, name: string): boolean {
  const text = textOf(form, name) ?? 'false';
  if (text !== 'true' && text !== 'false') throw badParameter(name, `Invalid boolean: ${text}`);
  return text === 'true';
}

export function groupOf(form: Form, name: string): Form | null {
  const group = form[name];
  if (group === undefined) return null;
  if (typeof group === 'string') throw badParameter(name, `Invalid object: ${name}`);
  return group;
}

export function metadataOf(form: Form): Metadata {
  const entries = Object.entries(groupOf(form, 'metadata') ?? {});
  if (entries.length > 50) throw badParameter('metadata', 'Metadata has at most 50 keys.');
  return Object.fromEntries(
    entries.map(([name, value]) => {
      if (typeof value !== 'string' || name.length > 40 || value.length > 500)
        throw badParameter(`metadata[${name}]`, 'Metadata values are texts of at most 500 characters.');
      return [name, value];
    }),
  );
}

/** One of `choices`; a choice of the service that we do not speak is refused as such, not ignored. */
export function choiceOf<C extends string>(form: Form, name: string, choices: readonly C[]): C | null {
  const text = textOf(form, name);
  if (text === null) return null;
  const choice = choices.find((known) => known === text);
  if (choice === undefined)
    throw new StripeError(400, {
      type: 'invalid_request_error',
      param: name,
      message: `Invalid ${name}: this simulator speaks ${choices.join(', ')}`,
    });
  return choice;
}
