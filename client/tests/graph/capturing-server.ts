// A server that keeps the text of every operation it is sent, over HTTP and over a socket, and grants nothing.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { buildSchema, GraphQLError } from 'graphql';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

interface Sent {
  readonly query: string;
  readonly operationName?: string | null;
}

export async function openCapturingServer() {
  const sent: Sent[] = [];
  const http = createServer(async (request, response) => {
    sent.push(JSON.parse(await text(request)) as Sent);
    response.setHeader('content-type', 'application/graphql-response+json');
    response.end('{"data":null,"errors":[{"message":"No."}]}');
  });
  const sockets = new WebSocketServer({ server: http, path: '/graphql' });
  serve(
    {
      schema: buildSchema('type Query { at: String }'),
      onSubscribe: (_context, _id, payload) => {
        sent.push(payload);
        return [new GraphQLError('No.', { extensions: { code: 'NOT_FOUND' } })];
      },
    },
    sockets,
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    sent,
    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
