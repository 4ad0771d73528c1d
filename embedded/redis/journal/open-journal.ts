/** Opens the journal of a data directory: brings the data back, cuts a torn end, and goes on from there. */
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../execute/engine.js';
import { FORMAT_LINE } from './frames.js';
import { JournalFile } from './journal-file.js';
import { replay } from './replay.js';

/** Fills the empty engine from the directory, which is made when missing, and journals its changes there from now on. */
export function openJournal(engine: Engine, directory: string): JournalFile {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, 'redis.journal');
  if (isMissingOrBarelyBegun(path)) writeFileSync(path, FORMAT_LINE, { flush: true });
  else restore(engine, path);
  return new JournalFile(path, engine);
}

/** A crash during the very first write leaves less than the first line. */
function isMissingOrBarelyBegun(path: string): boolean {
  return !existsSync(path) || readFileSync(path).length < FORMAT_LINE.length;
}

function restore(engine: Engine, path: string): void {
  const bytes = readFileSync(path);
  const soundBytes = Math.max(FORMAT_LINE.length, replay(engine, bytes));
  if (soundBytes === bytes.length) return;
  // What a crash tore off is set aside, not destroyed.
  writeFileSync(`${path}.torn`, bytes.subarray(soundBytes));
  truncateSync(path, soundBytes);
  console.error(
    `redis journal: cut ${bytes.length - soundBytes} bytes that a crash had torn off, kept in ${path}.torn`,
  );
}
