/** Deadlines in arguments: seconds or milliseconds, from now or since 1970. */
import { CommandError, syntaxError } from '../execute/command-error.js';
import { fitsInt64, parseInt64 } from '../values/parse-number.js';

export type DeadlineUnit = 'EX' | 'PX' | 'EXAT' | 'PXAT';

/** The deadline in milliseconds since 1970, possibly in the past. Refuses what overflows 64 bits. */
export function toDeadline(amount: string, unit: DeadlineUnit, now: number, command: string): number {
  const units = parseInt64(amount);
  const milliseconds = unit.startsWith('EX') ? units * 1000n : units;
  const deadline = unit.endsWith('AT') ? milliseconds : milliseconds + BigInt(now);
  if (!fitsInt64(deadline) || !fitsInt64(milliseconds)) throw invalidDeadline(command);
  return Number(deadline);
}

/** As toDeadline, for commands that also refuse an amount of zero or less. */
export function readDeadline(amount: string, unit: string, now: number, command: string): number {
  if (!isDeadlineUnit(unit)) throw syntaxError();
  if (parseInt64(amount) <= 0n) throw invalidDeadline(command);
  return toDeadline(amount, unit, now, command);
}

export function isDeadlineUnit(word: string): word is DeadlineUnit {
  return word === 'EX' || word === 'PX' || word === 'EXAT' || word === 'PXAT';
}

function invalidDeadline(command: string): CommandError {
  return new CommandError(`ERR invalid expire time in '${command}' command`);
}
