// A logger that a test can read.
import { createLogger, type Logger, type LogLevel } from '../../telemetry/logger.js';

export type Line = { level: string; msg: string } & Record<string, unknown>;

export interface Journal {
  log: Logger;
  lines: Line[];
  /** What was said so far, as "LEVEL message". */
  said(): string[];
}

export function journal(level: LogLevel = 'DEBUG'): Journal {
  const lines: Line[] = [];
  const log = createLogger('test', level, { write: (line) => void lines.push(JSON.parse(line)) });
  return { log, lines, said: () => lines.map(({ level: severity, msg }) => `${severity} ${msg}`) };
}
