// What a filling has done, a line each in a file beside the accounts: a filling that goes on after an interruption skips it.
// Idempotency keys are not enough for that, since those of the past are forgotten at once.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';

export type Once = <T>(name: string, act: () => Promise<T>) => Promise<T>;

/** `once(name, act)` runs `act` unless an earlier filling finished it, and answers what it answered, as JSON keeps it. */
export function openNotebook(path: string): Once {
  const done = new Map<string, unknown>();
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  // A note without its full stop was cut off by the end of its filling.
  for (const line of lines.filter((note) => note.endsWith('.'))) {
    const [name, answer] = JSON.parse(line.slice(0, -1)) as [string, unknown];
    done.set(name, answer);
  }
  return async <T>(name: string, act: () => Promise<T>): Promise<T> => {
    if (done.has(name)) return done.get(name) as T;
    const answer = await act();
    appendFileSync(path, `\n${JSON.stringify([name, answer ?? null])}.`);
    return answer;
  };
}
