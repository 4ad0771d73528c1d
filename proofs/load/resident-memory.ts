// How much memory another process holds, as the kernel of Linux counts it.
import { readFileSync } from 'node:fs';

/** Mebibytes of resident memory of the process with this id (proc(5), VmRSS). Throws when it is gone. */
export function residentMebibytes(pid: number): number {
  const kibibytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kibibytes) / 1_024;
}
