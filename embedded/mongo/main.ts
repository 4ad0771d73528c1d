// Process entry: --data <dir> --port <n> [--host <h>] [--guard-stdin]. Prints {"ready":true,"port":n} when it serves.
// Ends on SIGTERM and SIGINT, and when its parent is gone (IPC channel or guarded stdin closed).
import { parseArgs } from 'node:util';
import { startMongo } from './start-mongo.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    'guard-stdin': { type: 'boolean', default: false },
  },
});
if (values.data === undefined) throw new Error('--data <dir> is required');

const server = await startMongo({
  dataDir: values.data,
  port: Number(values.port),
  host: values.host,
  onDiskFailure: (error) => {
    // A restart reads what is safely on disk; going on would answer from memory what is not.
    console.error(
      JSON.stringify({ ts: new Date().toISOString(), level: 'CRITICAL', service: 'mongo', msg: error.message }),
    );
    process.exit(1);
  },
});

let ending = false;
const end = (): void => {
  if (ending) return;
  ending = true;
  void server.stop().then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};

process.on('SIGTERM', end);
process.on('SIGINT', end);
if (process.channel) process.on('disconnect', end);
if (values['guard-stdin']) process.stdin.on('end', end).on('error', end).resume();

console.log(JSON.stringify({ ready: true, port: server.port }));
