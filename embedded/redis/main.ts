/**
 * The embedded Redis-wire server as a process: `--data <dir> --port <n> [--host <address>] [--guard-stdin]`.
 * Prints `{"ready":true,"port":n}` when it accepts connections; ends cleanly on SIGTERM and SIGINT, and by itself when
 * its parent disappears: by the end of the IPC channel, or of stdin with --guard-stdin.
 */
import { parseArgs } from 'node:util';
import { startRedis } from './start-redis.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    'guard-stdin': { type: 'boolean', default: false },
  },
});

const server = await startRedis({ port: Number(values.port), host: values.host, dataDir: values.data });

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await server.stop();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (process.channel) {
  process.on('disconnect', stop);
} else if (values['guard-stdin']) {
  process.stdin.resume();
  process.stdin.on('end', stop);
  process.stdin.on('error', stop);
}
console.log(JSON.stringify({ ready: true, port: server.port }));
