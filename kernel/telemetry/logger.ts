// One JSON line per fact: ts, level, service, requestId (where there is one), msg. Secrets are redacted by name.
import { type Logger as Pino, pino } from 'pino';

export const logLevels = ['DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Fields = Record<string, unknown>;
export interface Logger {
  debug(msg: string, fields?: Fields): void;
  info(msg: string, fields?: Fields): void;
  warning(msg: string, fields?: Fields): void;
  error(msg: string, fields?: Fields): void;
  critical(msg: string, fields?: Fields): void;
  /** The same logger with fields that every line carries, such as requestId. */
  with(fields: Fields): Logger;
}

// pino lower-cases the names of levels that it knows itself, so it gets all of them in lower case.
const NUMBERS = { debug: 20, info: 30, warning: 40, error: 50, critical: 60 };
const SECRET_NAMES = ['password', 'token', 'accessToken', 'refreshToken', 'authorization', 'cookie', 'secret', 'key'];
const redact = {
  paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
  censor: '[redacted]',
};

/** Connection strings carry passwords; whatever the text, `scheme://user:password@` loses its middle. */
export const withoutCredentials = (text: string): string => text.replace(/\/\/[^/@\s]*:[^/@\s]*@/g, '//[redacted]@');

const describeError = (error: unknown) =>
  error instanceof Error
    ? { name: error.name, message: withoutCredentials(error.message), stack: withoutCredentials(error.stack ?? '') }
    : { message: withoutCredentials(String(error)) };

/** `destination` defaults to stdout; tests pass their own sink. */
export function createLogger(
  service: string,
  level: LogLevel = 'INFO',
  destination?: { write(line: string): void },
): Logger {
  const options = {
    customLevels: NUMBERS,
    useOnlyCustomLevels: true,
    level: level.toLowerCase(),
    messageKey: 'msg',
    base: { service },
    timestamp: () => `,"ts":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label.toUpperCase() }) },
    serializers: { error: describeError },
    redact,
  };
  return wrap(pino(options, destination ?? stdout()));
}

/**
 * Writes at once, so nothing is lost by process.exit. pino's own destination never ends a process whose reader is gone: its
 * flush at the exit tries again for ever after EPIPE, and a killed supervisor would leave its services behind.
 */
function stdout(): { write(line: string): void } {
  if (process.stdout.listenerCount('error', ignoreMissingReader) === 0) process.stdout.on('error', ignoreMissingReader);
  return { write: (line) => void process.stdout.write(line) };
}

function ignoreMissingReader(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

function wrap(inner: Pino<keyof typeof NUMBERS, boolean>): Logger {
  const at =
    (level: keyof typeof NUMBERS) =>
    (msg: string, fields: Fields = {}) =>
      inner[level](fields, msg);
  return {
    debug: at('debug'),
    info: at('info'),
    warning: at('warning'),
    error: at('error'),
    critical: at('critical'),
    with: (fields) => wrap(inner.child(fields)),
  };
}
