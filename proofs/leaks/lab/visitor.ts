// One HTTP client of the router that asks again and again, and now and then leaves before it was answered.
import { once } from 'node:events';
import { connect } from 'node:net';
import { KeptConnection } from '../../load/wire/kept-connection.js';

const STORY = '{ story(id: "7") { id text author { name } } }';
const ANSWER = JSON.stringify({ data: { story: { id: '7', text: 'a'.repeat(100), author: { name: 'Person 7' } } } });
const LEAVES_EVERY = 50;

/** Asks `times` times over one connection; every fiftieth time over another one, which it breaks at once. */
export async function visit(port: number, times: number): Promise<void> {
  const connection = await KeptConnection.open(`http://127.0.0.1:${port}/graphql`, 'visitor');
  const body = JSON.stringify({ query: STORY });
  for (let asked = 1; asked <= times; asked += 1) {
    if (asked % LEAVES_EVERY === 0) await askAndLeave(port, body);
    else {
      const answer = await connection.post(body);
      if (answer.trim() !== ANSWER) throw new Error(`not the answer: ${answer.slice(0, 300)}`);
    }
  }
  connection.close();
}

async function askAndLeave(port: number, body: string): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const head = `POST /graphql HTTP/1.1\r\nhost: router\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  socket.write(`${head}\r\n\r\n${body}`, () => socket.resetAndDestroy());
  await once(socket, 'close');
}
