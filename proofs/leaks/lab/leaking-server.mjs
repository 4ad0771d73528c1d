// An HTTP server that leaks what its parent says: it keeps 4 KiB of each request, or a timer that never ends. What the
// measure must find.
import { createServer } from 'node:http';

const kept = [];
const leaks = {
  memory: () => kept.push(new Array(512).fill(kept.length)),
  timers: () => kept.push(setInterval(() => {}, 60_000)),
};

const server = createServer((request, response) => {
  leaks[process.env.LEAKS]?.();
  request.resume();
  response.writeHead(200, { 'content-type': 'application/json', connection: 'close' }).end('{"data":{}}');
});
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send({ port: server.address().port }));
