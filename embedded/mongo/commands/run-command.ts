// Runs one command of a client: options, session, transaction, the command itself, and the wait for the disk.
import { setTimeout as sleep } from 'node:timers/promises';
import { Long } from 'bson';
import { CommandError } from '../errors.js';
import type { Session } from '../store/sessions.js';
import type { Transaction } from '../store/transaction.js';
import { isNumber, readNumber, toNumber } from '../values/numbers.js';
import { type Document, isDocument } from '../values/types.js';
import type { Command, CommandContext, Connection, Parts, Reply } from './command.js';
import { type Failure, failureOf } from './fail-points.js';
import { checkOptions } from './options.js';
import { commandNamed } from './registry.js';
import { sessionKey } from './session-key.js';

/** What the wire sends back; `close` drops the connection without an answer. */
export type Outcome = Reply | { close: true };

const failed = (error: CommandError): Reply => ({
  fields: { ok: 0, errmsg: error.message, code: error.code, codeName: error.codeName, ...error.details },
});

function sessionOf(body: Document, parts: Parts): Session | null {
  const key = isDocument(body['lsid']) ? sessionKey(body['lsid']) : undefined;
  return key === undefined ? null : parts.sessions.of(key);
}

const notAllowed = (name: string): CommandError =>
  new CommandError(263, 'OperationNotSupportedInTransaction', `Cannot run '${name}' in a multi-document transaction.`);

/** The transaction that a command is part of; `startTransaction` begins it. */
function enterTransaction(
  name: string,
  command: Command,
  body: Document,
  session: Session,
  parts: Parts,
): Transaction | null {
  if (body['autocommit'] !== false) return null;
  if (!command.transactional) throw notAllowed(name);
  if (name === 'commitTransaction' || name === 'abortTransaction') return null;
  const number = numberOf(body)!.toBigInt();
  if (body['startTransaction'] !== true) return parts.sessions.openTransaction(session, number);
  if (session.transaction?.state === 'open') parts.store.abort(session.transaction);
  parts.sessions.advance(session, number);
  session.transaction = parts.store.begin();
  return session.transaction;
}

function numberOf(body: Document): Long | null {
  const number = body['txnNumber'];
  return isNumber(number) ? (number instanceof Long ? number : Long.fromNumber(toNumber(number))) : null;
}

/** Retryable writes bring a number and no transaction. */
function enterRetryable(body: Document, session: Session | null, parts: Parts): void {
  const number = body['autocommit'] === undefined ? numberOf(body) : null;
  if (!session || !number) return;
  if (session.transaction?.state === 'open') parts.store.abort(session.transaction);
  parts.sessions.advance(session, number.toBigInt());
}

function checkWriteConcern(body: Document): void {
  const concern = isDocument(body['writeConcern']) ? body['writeConcern'] : {};
  const w = concern['w'];
  if (w === undefined || w === 'majority' || (isNumber(w) && toNumber(w) <= 1)) return;
  throw new CommandError(100, 'UnsatisfiableWriteConcern', `Not enough data-bearing nodes for w: ${String(w)}`);
}

async function perform(name: string, body: Document, connection: Connection, parts: Parts): Promise<Reply> {
  const command = commandNamed(name);
  if (!command) throw new CommandError(59, 'CommandNotFound', `no such command: '${name}'`);
  checkOptions(name, command, body);
  checkWriteConcern(body);
  const session = sessionOf(body, parts);
  const context: CommandContext = {
    ...parts,
    connection,
    database: typeof body['$db'] === 'string' ? body['$db'] : 'admin',
    session,
    transaction: null,
    transactionNumber: body['autocommit'] === false ? numberOf(body) : null,
    retryNumber: body['autocommit'] === undefined ? numberOf(body) : null,
    deadline: Date.now() + (readNumber(body['maxTimeMS'], 0) || Number.POSITIVE_INFINITY),
  };
  const run = async (): Promise<Reply> => {
    if (session) context.transaction = enterTransaction(name, command, body, session, parts);
    enterRetryable(body, session, parts);
    try {
      const result = await command.run(body, context);
      // Every acknowledged write is on disk, whatever the write concern asks, and so is what a reader was shown.
      await parts.store.durable();
      return result;
    } catch (error) {
      if (context.transaction) parts.store.abort(context.transaction);
      throw error;
    }
  };
  return session && numberOf(body) ? inTurn(session, run) : run();
}

/** One after another within a session: a retry must not run beside the attempt that it repeats. */
function inTurn<T>(session: Session, run: () => Promise<T>): Promise<T> {
  const turn = session.tail.then(run);
  session.tail = turn.then(
    () => {},
    () => {},
  );
  return turn;
}

function withWriteConcernError(result: Reply, failure: Failure | undefined): Reply {
  if (!failure?.writeConcernError || !('fields' in result)) return result;
  const labels = failure.errorLabels === undefined ? {} : { errorLabels: failure.errorLabels };
  return { fields: { ...result.fields, writeConcernError: failure.writeConcernError, ...labels } };
}

/** Never rejects for what a client can cause: errors become replies. `onBug` hears of anything else. */
export async function runCommand(
  body: Document,
  connection: Connection,
  parts: Parts,
  onBug: (name: string, error: unknown) => void,
): Promise<Outcome> {
  const name = Object.keys(body)[0] ?? '';
  const failure = failureOf(name, body);
  if (failure?.blockMs) await sleep(failure.blockMs);
  if (failure?.closeConnection) return { close: true };
  try {
    if (failure?.error) {
      const { error } = failure;
      const session = sessionOf(body, parts);
      if (body['autocommit'] === false && name !== 'commitTransaction' && session?.transaction) {
        parts.store.abort(session.transaction);
      }
      throw error;
    }
    return withWriteConcernError(await perform(name, body, connection, parts), failure);
  } catch (error) {
    if (error instanceof CommandError) return failed(error);
    onBug(name, error);
    return failed(new CommandError(8, 'UnknownError', error instanceof Error ? error.message : String(error)));
  }
}
