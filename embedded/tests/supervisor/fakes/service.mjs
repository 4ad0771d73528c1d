// Stands for a service of ours: listens on PORT, answers with its environment, keeps a ledger of starts and stops.
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';

const note = (what) => appendFileSync(process.env.FAKE_LEDGER, `${what}\n`);
const name = process.argv[1].split('/').at(-3);

if (process.env.FAKE_DIES) {
  console.error(`${name} cannot start: ${process.env.FAKE_DIES}`);
  process.exit(3);
}
const say = (level, msg) => console.log(JSON.stringify({ level, service: name, msg }));
const server = createServer((_, response) => {
  say('WARNING', 'this a person should see');
  response.end(JSON.stringify(process.env));
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  note(`start ${name}`);
  say('WARNING', 'the others are not there yet');
  say('INFO', 'this nobody should see');
  process.send({ ready: true, port: Number(process.env.PORT) });
});
process.once('SIGTERM', () => {
  note(`stop ${name}`);
  process.exit(0);
});
process.once('disconnect', () => process.exit(0));
