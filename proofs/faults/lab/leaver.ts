// A client that leaves as soon as what it asked for has reached the subgraph.
import { once } from 'node:events';
import { connect } from 'node:net';
import type { AilingSubgraph } from './ailing-subgraph.js';
import { errand } from './readers.js';

/** How long the subgraph still had the call of the client that had gone, in ms. */
export async function askAndLeave(port: number, subgraph: AilingSubgraph): Promise<number> {
  const { id, body } = errand('mutation');
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  const arrived = happens(subgraph, 'arrived', id);
  const head = `POST /graphql HTTP/1.1\r\nhost: router\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  socket.write(`${head}\r\n\r\n${body}`);
  await arrived;
  const left = happens(subgraph, 'left', id);
  const leaving = performance.now();
  socket.destroy();
  await left;
  return performance.now() - leaving;
}

const happens = ({ events }: AilingSubgraph, event: string, id: string): Promise<void> =>
  new Promise((resolve) => {
    const see = (of: string) => {
      if (of !== id) return;
      events.off(event, see);
      resolve();
    };
    events.on(event, see);
  });
