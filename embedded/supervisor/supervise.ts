// Runs a table of services wave by wave and keeps them running until it is told to stop.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Child, KeptChild } from './keep-running.js';
import { LogFile } from './log-file.js';
import type { ReadyReport, Service } from './service.js';

export interface Supervision {
  /** Throws a RangeError for a name that is not in the table. */
  child(name: string): Child;
  /** Starts all, wave after wave, and resolves when they serve. Throws when one cannot be started. */
  start(): Promise<void>;
  /** What a service reported. Throws when it never served. */
  report(name: string): ReadyReport;
  /** Stops all, wave after wave. Resolves when nothing runs; may be called twice. */
  stop(): Promise<void>;
}

/** Prepares the table; nothing runs before `start`. Logs go to `<logDir>/<name>.log`, notices for a person to `notice`. */
export function supervise(
  services: readonly Service[],
  options: { logDir: string; notice: (text: string) => void },
): Supervision {
  mkdirSync(options.logDir, { recursive: true, mode: 0o700 });
  let stopping: Promise<void> | undefined;
  const notice = (text: string): void => {
    // While all go down, each sees the others go: that is no news.
    if (!stopping) options.notice(text);
  };
  let hasStarted = false;
  const relay = (text: string): void => {
    // While all come up, each warns that it does not see the others yet; the logs keep it.
    if (hasStarted || !text.startsWith('WARNING')) notice(text);
  };
  const kept = services.map((service) => {
    const logFile = new LogFile(join(options.logDir, `${service.name}.log`));
    return { service, logFile, child: new KeptChild(service, { logFile, relay, notice }) };
  });
  const inWaves = (waveOf: (service: Service) => number): KeptChild[][] => {
    const waves = [...new Set(services.map(waveOf))].sort((a, b) => a - b);
    return waves.map((wave) => kept.filter(({ service }) => waveOf(service) === wave).map(({ child }) => child));
  };

  function childOf(name: string): KeptChild {
    const found = kept.find(({ service }) => service.name === name);
    if (!found)
      throw new RangeError(`There is no process ${name}, only ${services.map((each) => each.name).join(', ')}`);
    return found.child;
  }

  async function stopAll(): Promise<void> {
    for (const wave of inWaves(({ stopWave }) => stopWave)) await Promise.all(wave.map((child) => child.stop()));
    for (const { logFile } of kept) logFile.close();
  }

  return {
    child: childOf,
    async start() {
      for (const wave of inWaves(({ startWave }) => startWave)) await Promise.all(wave.map((child) => child.start()));
      hasStarted = true;
    },
    report(name) {
      const { report } = childOf(name);
      if (!report) throw new Error(`${name} has not served yet`);
      return report;
    },
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
  };
}
