// What the supervisor needs to know of one process it keeps running.

/** What a process says of itself when it serves. */
export interface ReadyReport {
  ready: true;
  port: number;
  /** PostgreSQL's: the URL of each database. Sent by message only, because a printed line is kept in a log. */
  urls?: Record<string, string>;
}

export interface Service {
  name: string;
  /** The JavaScript file that Node runs. */
  entry: string;
  args?: string[];
  /** Of Node itself. */
  flags?: string[];
  /** Asked at every start, when everything of an earlier wave is ready. */
  env: () => Record<string, string>;
  /** Services of one wave start together, when the wave before serves. */
  startWave: number;
  /** Services of one wave stop together, when those of the wave before have ended. */
  stopWave: number;
  /** How it reports that it serves: a message to its parent, or a JSON line on stdout. */
  reportsBy: 'message' | 'line';
}

/** The report in a message or a parsed line, or nothing. */
export function asReadyReport(value: unknown): ReadyReport | undefined {
  const report = value as Partial<ReadyReport> | null;
  return typeof report === 'object' && report?.ready === true && typeof report.port === 'number'
    ? (report as ReadyReport)
    : undefined;
}
