/**
 * The Stripe simulator as a process: `--port <n> [--data <dir>] [--host <address>] [--webhook-url <url>
 * --webhook-secret <secret>] [--secret-key <key>] [--guard-stdin]`. Prints `{"ready":true,"port":n}` when it accepts
 * requests; ends cleanly on SIGTERM and SIGINT, and by itself when its parent disappears: by the end of the IPC channel,
 * or of stdin with --guard-stdin.
 */
import { parseArgs } from 'node:util';
import { startStripe } from './start-stripe.js';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    'webhook-url': { type: 'string' },
    'webhook-secret': { type: 'string' },
    'secret-key': { type: 'string' },
    'guard-stdin': { type: 'boolean', default: false },
  },
});

const server = await startStripe({
  port: Number(values.port),
  host: values.host,
  dataDir: values.data,
  webhookUrl: values['webhook-url'],
  // By environment from the supervisor: arguments can be seen by everybody on the machine.
  webhookSecret: values['webhook-secret'] ?? process.env['STRIPE_WEBHOOK_SECRET'],
  secretKey: values['secret-key'] ?? process.env['STRIPE_SECRET_KEY'],
});

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
