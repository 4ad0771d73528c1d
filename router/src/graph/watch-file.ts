// Says when a file may have changed: however it was written (in place, renamed over, behind a link), and also where the
// file system tells nobody.
import { type FSWatcher, watch } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Scope } from '@mosaic/kernel/lifecycle/scope';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import { seconds } from '@mosaic/kernel/values/time';

/** After the last event: writers need more than one. */
const QUIET_MS = 100;
const LOOK_EVERY = seconds(5);

/** Calls `changed` soon after the file did, at least once per change and never for another file's, until the scope ends. */
export function watchFile(scope: Scope, path: string, log: Logger, changed: () => void): void {
  let seen: string | null = null;
  let quiet: NodeJS.Timeout | undefined;
  const look = async () => {
    const mark = await markOf(path);
    if (mark === seen) return;
    seen = mark;
    changed();
  };
  const soon = () => {
    clearTimeout(quiet);
    quiet = setTimeout(look, QUIET_MS);
  };
  void markOf(path).then((mark) => {
    seen ??= mark;
  });
  const regularly = setInterval(look, LOOK_EVERY);
  const folder = watchFolder(dirname(path), log, soon);
  scope.defer(() => {
    clearInterval(regularly);
    clearTimeout(quiet);
    folder?.close();
  });
}

/** The folder, because a file that is replaced is another one. */
function watchFolder(folder: string, log: Logger, soon: () => void): FSWatcher | null {
  try {
    const watcher = watch(folder, { persistent: false }, soon);
    watcher.on('error', (error) => log.warning('a folder is not watched any more, only looked at', { folder, error }));
    return watcher;
  } catch (error) {
    log.warning('a folder cannot be watched, only looked at', { folder, error });
    return null;
  }
}

/** Differs whenever the file does; "none" while there is no file. */
async function markOf(path: string): Promise<string> {
  try {
    const { ino, size, mtimeNs, ctimeNs } = await stat(path, { bigint: true });
    return [ino, size, mtimeNs, ctimeNs].join(' ');
  } catch {
    return 'none';
  }
}
