/** Brings the data back from a journal: runs every command again, with the clock of the time it first ran. */
import type { Engine } from '../execute/engine.js';
import { runCommand } from '../execute/run-command.js';
import { Session } from '../execute/session.js';
import { decodeFrames, type JournalRecord } from './frames.js';

/** Gives the offset up to which the bytes are sound; what follows was torn by a crash. */
export function replay(engine: Engine, bytes: Buffer): number {
  const session = new Session(0, { address: 'journal', send: () => undefined, close: () => undefined });
  let soundBytes = 0;
  for (const { record, end } of decodeFrames(bytes)) {
    replayRecord(engine, session, record);
    soundBytes = end;
  }
  engine.clock.tick();
  return soundBytes;
}

function replayRecord(engine: Engine, session: Session, record: JournalRecord): void {
  if (record.type === 'key') {
    engine.databases[record.database]!.put(record.key, record.value, record.expiresAt);
    return;
  }
  engine.clock.replay(record.at);
  for (const { database, argv } of record.effects) {
    session.database = database;
    runCommand(engine, session, engine.commands.get(argv[0]!.toLowerCase())!, argv);
  }
  engine.settle();
}
