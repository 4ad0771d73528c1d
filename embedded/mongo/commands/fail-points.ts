// The failCommand fail point, as MongoDB's test commands have it: the official driver specifications, and tests of what
// happens when an answer is lost, switch it on.
// https://github.com/mongodb/mongo/wiki/The-%22failCommand%22-fail-point
import { CommandError, unsupported } from '../errors.js';
import { isNumber, readNumber, toNumber } from '../values/numbers.js';
import { type Document, isDocument } from '../values/types.js';
import { type Command, reply } from './command.js';

/** What the fail point does to one command. */
export interface Failure {
  closeConnection: boolean;
  blockMs: number;
  error: CommandError | undefined;
  /** Joins the reply of a command that did run. */
  writeConcernError: Document | undefined;
  errorLabels: Document[string];
}

interface FailPoint {
  remaining: number;
  data: Document;
}

let active: FailPoint | null = null;

const NAMES: Readonly<Record<number, string>> = {
  50: 'MaxTimeMSExpired',
  112: 'WriteConflict',
  251: 'NoSuchTransaction',
  10107: 'NotWritablePrimary',
  11600: 'InterruptedAtShutdown',
  11601: 'Interrupted',
};
const TRANSIENT = new Set([24, 112, 246, 251, 267]);
const TRANSIENT_BEFORE_COMMIT = new Set([91, 189, 10107, 11600, 11602]);

function errorOf(data: Document, name: string, command: Document): CommandError | undefined {
  if (!isNumber(data['errorCode'])) return undefined;
  const code = toNumber(data['errorCode']);
  const transient = TRANSIENT.has(code) || (name !== 'commitTransaction' && TRANSIENT_BEFORE_COMMIT.has(code));
  const labels =
    data['errorLabels'] ?? (command['autocommit'] === false && transient ? ['TransientTransactionError'] : undefined);
  const message = `Failing command via 'failCommand' failpoint`;
  return new CommandError(
    code,
    NAMES[code] ?? 'FailPoint',
    message,
    labels === undefined ? {} : { errorLabels: labels },
  );
}

/** The failure that this command meets, if the fail point is on for it; counts it down. */
export function failureOf(name: string, command: Document): Failure | undefined {
  const names = active?.data['failCommands'];
  if (!active || active.remaining === 0 || !Array.isArray(names) || !names.includes(name)) return undefined;
  active.remaining -= 1;
  const { data } = active;
  return {
    closeConnection: data['closeConnection'] === true,
    blockMs: data['blockConnection'] === true ? readNumber(data['blockTimeMS'], 0) : 0,
    error: errorOf(data, name, command),
    writeConcernError: isDocument(data['writeConcernError']) ? data['writeConcernError'] : undefined,
    errorLabels: data['errorLabels'],
  };
}

export const configureFailPoint: Command = {
  accepts: ['mode', 'data'],
  run(command) {
    if (command['configureFailPoint'] !== 'failCommand') {
      throw unsupported(`the fail point ${String(command['configureFailPoint'])}`);
    }
    const { mode } = command;
    const data = isDocument(command['data']) ? command['data'] : {};
    if (mode === 'off') active = null;
    else {
      const times = isDocument(mode) ? readNumber(mode['times'], 0) : Number.POSITIVE_INFINITY;
      active = { remaining: times, data };
    }
    return reply();
  },
};
