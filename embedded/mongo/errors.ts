// Refusals of the embedded MongoDB server: each carries the code and name that drivers know.
import type { Document } from './values/types.js';

/** A command that cannot be answered; `details` joins the reply (error labels, keyPattern...). */
export class CommandError extends Error {
  constructor(
    readonly code: number,
    readonly codeName: string,
    message: string,
    readonly details: Document = {},
  ) {
    super(message);
  }
}

/** The one answer to everything this server does not do: it names the feature (code 115). */
export const unsupported = (feature: string): CommandError =>
  new CommandError(115, 'CommandNotSupported', `${feature} is not supported by the embedded MongoDB server`);

export const badValue = (message: string): CommandError => new CommandError(2, 'BadValue', message);

export const failedToParse = (message: string): CommandError => new CommandError(9, 'FailedToParse', message);

export const typeMismatch = (message: string): CommandError => new CommandError(14, 'TypeMismatch', message);

/** An unnamed server assertion: MongoDB calls these Location<code>. */
export const location = (code: number, message: string): CommandError =>
  new CommandError(code, `Location${code}`, message);

/** Another transaction wrote the same thing: the driver runs the whole transaction again. */
export const writeConflict = (): CommandError =>
  new CommandError(
    112,
    'WriteConflict',
    'Write conflict during plan execution. Please retry your operation or multi-document transaction.',
    { errorLabels: ['TransientTransactionError'] },
  );
