// The three subgraphs in one process, over plain TCP. Reports their ports to its parent, and answers each message from it
// with the number of requests so far, and the latest of them.
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { messageReader } from '../wire/read-messages.js';
import { answersOf, asHttp } from './answers.js';
import { subgraphNames } from './schemas.js';

const AUTHORIZED = /\r\nauthorization: *bearer \w/i;
const refusal = asHttp(401, { errors: [{ message: 'the authorization header was not passed on' }] });
/** More than any operation asks. */
const MOST_LATEST = 32;
let requests = 0;
const latest: { subgraph: string; body: string }[] = [];

const ports: Record<string, number> = {};
for (const name of subgraphNames) {
  const answerTo = answersOf(name);
  const server = createServer((socket) => {
    // Answers leave in the order of the requests, also when one must be worked out first.
    let last: Promise<unknown> | null = null;
    const read = messageReader(({ head, body }) => {
      requests += 1;
      latest.unshift({ subgraph: name, body });
      if (latest.length > MOST_LATEST) latest.pop();
      const answer = AUTHORIZED.test(head) ? answerTo(body) : refusal;
      if (typeof answer === 'string' && !last) socket.write(answer, 'latin1');
      else {
        const turn: Promise<unknown> = Promise.all([answer, last]).then(([text]) => {
          socket.write(text, 'latin1');
          if (last === turn) last = null;
        });
        last = turn;
      }
    });
    socket.setNoDelay(true).on('data', read);
    // A router that stops tears its connections down.
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ports[name] = (server.address() as AddressInfo).port;
}
process.on('message', () => process.send?.({ requests, latest }));
process.once('disconnect', () => process.exit());
process.send?.({ ports });
