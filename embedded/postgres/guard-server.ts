// A guard stops PostgreSQL when we are gone, even by SIGKILL: it holds a pipe to us, and the system closes our end.
import { spawn } from 'node:child_process';
import type { Account } from './choose-account.js';

// A line dismisses the guard; the end of the pipe means that its owner died. SIGINT is PostgreSQL's fast shutdown, SIGQUIT its immediate one.
// A shell instead of a Node process: it starts in a millisecond and weighs a megabyte.
const SCRIPT = `
trap '' INT TERM HUP
if read -r dismissed; then exit 0; fi
kill -INT "$1" 2>/dev/null
tenths=0
while kill -0 "$1" 2>/dev/null; do
  tenths=$((tenths + 1))
  if [ "$tenths" -eq 50 ]; then kill -QUIT "$1" 2>/dev/null; fi
  if [ "$tenths" -ge 100 ]; then exit 1; fi
  sleep 0.1
done`;

export interface Guard {
  /** The server has ended: there is nothing to guard, and its pid may soon be another program's. */
  dismiss(): void;
}

/** Starts the guard of one server as the server's user, so that it can stop nothing else of ours. */
export function guardServer(pid: number, account: Account | undefined): Guard {
  const guard = spawn('/bin/sh', ['-c', SCRIPT, 'postgres-guard', String(pid)], {
    ...account,
    cwd: '/',
    env: { PATH: process.env['PATH'] },
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  // A guard that was killed from outside must not take us with it when it is dismissed (EPIPE).
  guard.stdin.on('error', () => undefined);
  return { dismiss: () => void guard.stdin.end('dismissed\n') };
}
