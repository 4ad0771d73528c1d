// What the numbers of a benchmark were measured on, in one line.
import { cpus, release, type } from 'node:os';

/** The processor, its cores, the kernel and Node. */
export function machine(): string {
  const all = cpus();
  return `${all.length} cores of ${all[0]?.model.trim() ?? 'an unknown processor'}, ${type()} ${release()}, Node ${process.version}`;
}
