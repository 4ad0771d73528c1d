// Follows what a child prints: every line goes to its log, a ready report to the supervisor, and what a person must see to the terminal.
import type { ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import { asReadyReport, type ReadyReport } from './service.js';

const SHOWN = new Set(['WARNING', 'ERROR', 'CRITICAL']);

export interface Reader {
  line(text: string): void;
  report(report: ReadyReport): void;
  /** `WARNING content: text`, or a line of stderr that is not JSON, such as the stack of a crash. */
  notice(text: string): void;
}

export function readLines(name: string, child: ChildProcess, reader: Reader): void {
  createInterface(child.stdout!).on('line', (line) => {
    reader.line(line);
    const fact = parse(line);
    const report = asReadyReport(fact);
    if (report) reader.report(report);
    if (fact) show(fact);
  });
  createInterface(child.stderr!).on('line', (line) => {
    reader.line(line);
    const fact = parse(line);
    if (fact) show(fact);
    else reader.notice(`${name}: ${line}`);
  });

  function show(fact: Record<string, unknown>): void {
    if (!SHOWN.has(String(fact['level']))) return;
    const cause = fact['error'] as { message?: string } | undefined;
    reader.notice(`${fact['level']} ${name}: ${fact['msg']}${cause?.message ? ` (${cause.message})` : ''}`);
  }
}

function parse(line: string): Record<string, unknown> | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    // A line that only looks like JSON stays in the log as it is.
    return undefined;
  }
}
