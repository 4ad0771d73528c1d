// The settings of the embedded server. They are arguments, so that nothing in the cluster's files can lower them.
import type { DataFolder } from './data-folder.js';

const SETTINGS = {
  // An answered commit is on disk.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // Only this machine, only by TCP: a socket file would need a directory with a short, writable path.
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Pools of six subgraphs, their workers and the tests; PostgreSQL's own default is 100.
  max_connections: '200',
  max_wal_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  log_line_prefix: '',
  // The text of a statement may hold a secret.
  log_min_error_statement: 'panic',
};

/** The command line of `postgres` for one folder and port. */
export function serverArguments(folder: DataFolder, port: number): string[] {
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', folder.seenByServer('cluster'), '-p', String(port), ...settings];
}
