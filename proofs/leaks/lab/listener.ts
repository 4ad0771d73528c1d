// One client of live updates that connects, subscribes and goes: in one of the ways in which clients go.
import { connect, type Socket } from 'node:net';
import WebSocket from 'ws';

/**
 * `politely`: stops the stream, then closes. `without a word`: closes the socket. `reset`: the connection breaks (TCP RST).
 * `midway`: it breaks as soon as the first bytes of an event arrive.
 */
export const waysToGo = ['politely', 'without a word', 'reset', 'midway'] as const;
export type WayToGo = (typeof waysToGo)[number];

const STORY =
  'subscription ($id: ID!, $length: Int!) { storyTold(id: $id, length: $length) { id text author { name } } }';
/** Longer than what one read of a socket takes, so that an event can be cut in two. */
const LONG = 200_000;

/** Resolves when the socket is closed; rejects when the router closed it, or did not answer as it should. */
export function listenAndGo(port: number, id: string, way: WayToGo): Promise<void> {
  let wire: Socket | undefined;
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', {
    createConnection: () => {
      wire = connect(port, '127.0.0.1');
      return wire;
    },
  });
  const say = (message: object) => socket.send(JSON.stringify(message));
  const subscribe = () => {
    const variables = { id, length: way === 'midway' ? LONG : 20 };
    say({ type: 'subscribe', id: 's', payload: { query: STORY, variables } });
    if (way === 'midway') wire?.once('data', () => wire?.resetAndDestroy());
  };
  const go = () => {
    if (way === 'reset') wire?.resetAndDestroy();
    else {
      if (way === 'politely') say({ type: 'complete', id: 's' });
      socket.close(1000);
    }
  };
  return new Promise((resolve, reject) => {
    let isGoing = false;
    socket.on('open', () => say({ type: 'connection_init', payload: { authorization: `Bearer ${id}` } }));
    socket.on('message', (bytes) => {
      const { type, payload } = JSON.parse(String(bytes)) as { type: string; payload?: unknown };
      if (type === 'connection_ack') {
        isGoing = way === 'midway';
        subscribe();
      } else if (type === 'next') {
        const { data } = payload as { data?: { storyTold?: { author: { name: string } } } };
        if (data?.storyTold?.author.name !== `Person ${id}`) reject(new Error(`not the story: ${String(bytes)}`));
        isGoing = true;
        go();
      } else if (type !== 'ping' && type !== 'complete') reject(new Error(String(bytes)));
    });
    // A broken connection may be told as an error first.
    socket.on('error', (error) => isGoing || reject(error));
    socket.on('close', (code) => (isGoing ? resolve() : reject(new Error(`the router closed with ${code}`))));
  });
}
