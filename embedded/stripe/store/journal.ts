// The journal on disk: one line of JSON per request that changed something. A line reaches the operating system before
// the answer leaves, so a killed process forgets nothing that it acknowledged; a loss of power may cost the last lines.
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

export interface Journal {
  /** NOTE: throws when the disk refuses, which ends the request with a 500: nothing is acknowledged that is not kept. */
  append(record: unknown): void;
  close(): void;
}

/** What a server without a data directory has. */
export const noJournal: Journal = { append() {}, close() {} };

/** Gives every record of the directory, oldest first, to `replay`; cuts a last line that a crash left half written. */
export function openJournal(directory: string, replay: (record: never) => void): Journal {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'stripe.journal');
  const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const sound = bytes.lastIndexOf(0x0a) + 1;
  if (sound < bytes.length) truncateSync(path, sound);
  for (const line of bytes.subarray(0, sound).toString().split('\n'))
    if (line !== '') replay(JSON.parse(line) as never);

  const file = openSync(path, 'a', 0o600);
  return {
    append(record) {
      const line = Buffer.from(`${JSON.stringify(record)}\n`);
      for (let at = 0; at < line.length; ) at += writeSync(file, line, at);
    },
    close: () => closeSync(file),
  };
}
