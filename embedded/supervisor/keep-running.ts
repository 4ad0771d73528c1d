// Keeps one process running: starts it, waits until it serves, starts it again when it dies, stops it when asked.
import { type ChildProcess, fork } from 'node:child_process';
import type { LogFile } from './log-file.js';
import { readLines } from './read-lines.js';
import { asReadyReport, type ReadyReport, type Service } from './service.js';

/** Waits before the first, second... start after a death; the first is at once, the last repeats. */
const RESTART_AFTER_MS = [0, 250, 500, 1_000, 2_000, 5_000];
/** Who served this long has recovered: the waits begin anew. */
const RECOVERED_AFTER_MS = 10_000;
/** A process that was never ready dies this often before its start counts as failed. */
const ATTEMPTS = 3;
const READY_LIMIT_MS = 60_000;
/** Longer than the drain budget of our services (15 s). */
const STOP_LIMIT_MS = 17_000;
const LINES_KEPT = 15;

/** One process of a running world. */
export interface Child {
  readonly name: string;
  /** Of the process that runs now; undefined between two, and after `stop`. */
  readonly pid: number | undefined;
  /** Resolves when it serves: at once if it does now. Throws when it cannot be started. */
  ready(): Promise<void>;
  /** Sends a signal (SIGKILL by default). A process that dies of it is started again; await `ready()` for that. */
  kill(signal?: NodeJS.Signals): void;
  /** Stops it and starts it; or starts it, when it was stopped. Resolves when it serves. */
  restart(): Promise<void>;
  /** Ends it by SIGTERM (SIGKILL after 17 s) and leaves it stopped. Resolves when it has ended. */
  stop(): Promise<void>;
}

/** A process ended again and again before it ever served; `message` holds its last lines. */
export class ServiceDidNotStart extends Error {}

interface Options {
  logFile: LogFile;
  /** Receives what the process says that a person should see. */
  relay: (text: string) => void;
  /** Receives what befalls it. */
  notice: (text: string) => void;
}

export class KeptChild implements Child {
  /** What it last reported; its port stays the same over restarts. */
  report: ReadyReport | undefined;
  private current: ChildProcess | undefined;
  private ended: Promise<void> = Promise.resolve();
  private isWanted = false;
  private servesSince: number | undefined;
  private failures = 0;
  private again: NodeJS.Timeout | undefined;
  private readonly lastLines: string[] = [];
  private waiting: { resolve: () => void; reject: (error: Error) => void }[] = [];

  constructor(
    private readonly service: Service,
    private readonly options: Options,
  ) {}

  get name(): string {
    return this.service.name;
  }

  get pid(): number | undefined {
    return this.current?.pid;
  }

  ready(): Promise<void> {
    if (this.servesSince !== undefined) return Promise.resolve();
    if (!this.isWanted) return Promise.reject(new Error(`${this.name} is stopped`));
    return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
  }

  start(): Promise<void> {
    if (!this.isWanted) {
      this.isWanted = true;
      this.spawn();
    }
    return this.ready();
  }

  kill(signal: NodeJS.Signals = 'SIGKILL'): void {
    // From here on `ready()` means its successor; a paused process (SIGSTOP) has none.
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') this.servesSince = undefined;
    this.current?.kill(signal);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async stop(): Promise<void> {
    this.isWanted = false;
    this.servesSince = undefined;
    clearTimeout(this.again);
    this.settle(new Error(`${this.name} was stopped`));
    const child = this.current;
    // SIGCONT: a paused process would not hear SIGTERM.
    for (const signal of ['SIGTERM', 'SIGCONT'] as const) child?.kill(signal);
    const limit = setTimeout(() => child?.kill('SIGKILL'), STOP_LIMIT_MS);
    await this.ended;
    clearTimeout(limit);
  }

  private spawn(): void {
    this.lastLines.length = 0;
    const child = fork(this.service.entry, this.service.args ?? [], {
      env: this.service.env(),
      // Not our own flags: a test runner's would reach the child.
      execArgv: this.service.flags ?? [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // Its own session: Ctrl-C in a terminal reaches only the supervisor, which stops all in order.
      detached: true,
    });
    this.current = child;
    const limit = setTimeout(() => child.kill('SIGKILL'), READY_LIMIT_MS);
    const onReport = (report: ReadyReport | undefined): void => {
      if (!report || this.current !== child) return;
      clearTimeout(limit);
      this.report = report;
      this.servesSince = performance.now();
      this.settle();
    };
    const { reportsBy } = this.service;
    readLines(this.name, child, {
      line: (text) => this.keep(text),
      report: (report) => reportsBy === 'line' && onReport(report),
      notice: this.options.relay,
    });
    if (reportsBy === 'message') child.on('message', (message) => onReport(asReadyReport(message)));
    this.ended = new Promise((resolve) => {
      child.once('error', (error) => this.keep(String(error)));
      child.once('close', (code, signal) => {
        clearTimeout(limit);
        this.onEnd(code ?? signal);
        resolve();
      });
    });
  }

  private onEnd(how: number | string | null): void {
    const served = this.servesSince === undefined ? 0 : performance.now() - this.servesSince;
    this.current = undefined;
    this.servesSince = undefined;
    if (!this.isWanted) return;
    if (served >= RECOVERED_AFTER_MS) this.failures = 0;
    if (!this.report && this.failures + 1 >= ATTEMPTS) {
      this.giveUp(how);
      return;
    }
    const wait = RESTART_AFTER_MS[Math.min(this.failures, RESTART_AFTER_MS.length - 1)]!;
    this.failures += 1;
    this.options.notice(`WARNING ${this.name}: ended (${how}), starting it again`);
    this.again = setTimeout(() => this.spawn(), wait);
  }

  private giveUp(how: number | string | null): void {
    this.isWanted = false;
    this.settle(new ServiceDidNotStart(`${this.name} did not start (${how}):\n${this.lastLines.join('\n')}`));
  }

  private settle(error?: Error): void {
    for (const { resolve, reject } of this.waiting.splice(0)) error ? reject(error) : resolve();
  }

  private keep(line: string): void {
    this.options.logFile.write(line);
    this.lastLines.push(line);
    if (this.lastLines.length > LINES_KEPT) this.lastLines.shift();
  }
}
