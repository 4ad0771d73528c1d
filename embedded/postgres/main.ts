/**
 * PostgreSQL as a process: `--data <dir> [--port <n>] [--databases users,booking]`.
 * When the server accepts connections and the databases stand, prints `{"ready":true,...}` (without secrets) and sends its parent
 * the same with the databases' URLs. Ends cleanly on SIGTERM and SIGINT, and by itself when its parent or the server dies.
 */
import { parseArgs } from 'node:util';
import { describeLine } from './describe-line.js';
import { startPostgres } from './start-postgres.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string' },
    databases: { type: 'string', default: '' },
  },
});
if (!values.data) throw new Error('--data <dir> must be given');
// Our parent may die before us: what we say to nobody must not end us before the server has stopped.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

let isStopping = false;
const starting = startPostgres({
  dataDir: values.data,
  ...(values.port ? { port: Number(values.port) } : {}),
  log: (line) => console.log(JSON.stringify(describeLine(line))),
});

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const server = await starting;
  await server.stop();
  process.exit(0);
}
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
if (process.channel) process.on('disconnect', stop);

const server = await starting;
const names = values.databases.split(',').filter((name) => name !== '');
const urls: Record<string, string> = {};
for (const name of names) urls[name] = await server.ensureDatabase(name);
const report = { ready: true, port: server.port, serverPid: server.pid };
process.send?.({ ...report, urls });
console.log(JSON.stringify({ ...report, databases: names }));

await server.ended;
// Nobody asked for it: the supervisor, seeing us fail, starts both again.
if (!isStopping) process.exit(1);
