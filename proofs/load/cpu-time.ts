// CPU time of another process, as the kernel of Linux counts it.
import { readFileSync } from 'node:fs';

/** Linux shows ticks of 1/100 s to programs, whatever it counts inside (proc(5), USER_HZ). */
const TICKS_PER_SECOND = 100;

/** Seconds of user and system time of the process with this id, all its threads together. Throws when it is gone. */
export function cpuSecondsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The program's name is in parentheses and may hold anything; utime and stime are fields 14 and 15.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}
