// Which processor cores a benchmark gives to whom: the router has one for itself, where the machine has taskset.
import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

const cores = availableParallelism();

const canPin = cores > 1 && spawnSync('taskset', ['--version']).status === 0;

/** In words, for the report. */
export const pinning: string = canPin
  ? `the router on core 0, load and subgraphs on ${cores === 2 ? 'core 1' : `cores 1 to ${cores - 1}`} (taskset)`
  : 'no cores were set apart (one core only, or no taskset)';

/** Takes this process, and what it starts from here on, off the router's core. */
export function leaveRoutersCore(): void {
  if (canPin) spawnSync('taskset', ['-a', '-c', '-p', `1-${cores - 1}`, String(process.pid)]);
}

/** The command that runs Node with these arguments on the router's core. */
export const onRoutersCore = (args: readonly string[]): [string, string[]] =>
  canPin ? ['taskset', ['-c', '0', process.execPath, ...args]] : [process.execPath, [...args]];
