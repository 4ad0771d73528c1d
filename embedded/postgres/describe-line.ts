// One line of PostgreSQL's log as the JSON line that all our processes write.

// ERROR and FATAL are what a client did wrong (a unique violation, a bad password): the client reports them, where they matter.
const LEVELS: Record<string, string> = {
  WARNING: 'WARNING',
  ERROR: 'INFO',
  FATAL: 'INFO',
  PANIC: 'CRITICAL',
};

export interface LogLine {
  ts: string;
  level: string;
  service: 'postgres';
  msg: string;
}

/** `LOG:  text` becomes level INFO and the text; a continuation line keeps its text. */
export function describeLine(line: string): LogLine {
  const [, severity = '', text = line] = /^([A-Z]+\d?): {2}(.*)$/.exec(line) ?? [];
  return { ts: new Date().toISOString(), level: LEVELS[severity] ?? 'INFO', service: 'postgres', msg: text };
}
