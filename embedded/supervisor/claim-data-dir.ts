// One supervisor per data directory. Its claim is a file with a port on which it answers with the file's nonce: unlike a pid,
// that cannot be taken over by another program, and it is gone the moment the supervisor dies.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ANSWER_LIMIT_MS = 1_000;

export interface Claim {
  /** The ports the last supervisor used, when it died without releasing its claim. */
  abandonedPorts: number[];
  /** Notes the ports in use, for the next supervisor in case this one is killed. */
  note(ports: number[]): void;
  release(): void;
}

interface Note {
  port: number;
  nonce: string;
  ports: number[];
}

/** Throws when another supervisor runs on the directory. */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  const nonce = randomUUID();
  const door = createServer((socket) => socket.on('error', () => undefined).end(nonce));
  door.listen(0, '127.0.0.1').unref();
  await once(door, 'listening');
  const { port } = door.address() as AddressInfo;
  const file = fileOf(dataDir);
  const draft = `${file}.${nonce}`;
  const write = (path: string, ports: number[]): void =>
    writeFileSync(path, JSON.stringify({ port, nonce, ports } satisfies Note), { mode: 0o600 });
  try {
    write(draft, []);
    const abandoned = await take(dataDir, draft);
    return {
      abandonedPorts: abandoned?.ports ?? [],
      note(ports) {
        write(draft, ports);
        renameSync(draft, file);
      },
      release() {
        rmSync(file, { force: true });
        door.close();
      },
    };
  } catch (error) {
    door.close();
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** True while a supervisor runs on the directory. */
export async function isClaimed(dataDir: string): Promise<boolean> {
  return isAnswered(read(fileOf(dataDir)));
}

async function isAnswered(note: Note | undefined): Promise<boolean> {
  if (!note) return false;
  const socket = connect({ port: note.port, host: '127.0.0.1', timeout: ANSWER_LIMIT_MS });
  socket.once('timeout', () => socket.destroy());
  return text(socket).then(
    (answer) => answer === note.nonce,
    () => false,
  );
}

/** A link is made whole or not at all, and by one of two that try at once. */
async function take(dataDir: string, draft: string): Promise<Note | undefined> {
  const file = fileOf(dataDir);
  let abandoned: Note | undefined;
  for (;;) {
    try {
      linkSync(draft, file);
      return abandoned;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    // Read before it is asked: only the very note that nobody answers for may be removed.
    abandoned = read(file);
    if ((await isAnswered(abandoned)) || !remove(file, abandoned, `${draft}.abandoned`))
      throw new Error(`Mosaic already runs on ${dataDir}`);
  }
}

/** Removes an abandoned note; false when another start was quicker, removed it and put its own there: that one is put back. */
function remove(file: string, abandoned: Note | undefined, aside: string): boolean {
  try {
    renameSync(file, aside);
    const isTheSame = read(aside)?.nonce === abandoned?.nonce;
    if (!isTheSame) linkSync(aside, file);
    return isTheSame;
  } catch (error) {
    // Another start has just removed it: whoever links first has it.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'running.json');
}

function read(file: string): Note | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Note;
  } catch {
    // Missing, or cut short by a crash: nobody answers for it.
    return undefined;
  }
}
