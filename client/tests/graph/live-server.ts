// A real graphql-ws server with one log, as the router has it: events after a cursor, refusals as results, and the ways in
// which it is lost.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { buildSchema, type ExecutionArgs, type ExecutionResult, GraphQLError } from 'graphql';
import { useServer as serve } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const schema = buildSchema(`
  type Query { at: String }
  type Said { eventId: ID! text: String! by: String }
  type Subscription { said(after: ID): Said! typing: Said! }
`);

type Begun = Readonly<Record<string, unknown>> & { readonly field: string };

export async function openLiveServer() {
  const log: string[] = [];
  /** What each subscription began with. */
  const begun: Begun[] = [];
  const refreshes: number[] = [];
  const waiting = new Set<() => void>();
  const state = {
    /** The next subscription is refused with this code, in an `error` frame. */
    refuseNext: null as string | null,
    /** Whether a resumed stream says the event of its cursor once more. */
    repeats: false,
    isSessionOver: false,
    isUsersDown: false,
  };

  const refresh = () => {
    refreshes.push(Date.now());
    return state.isSessionOver ? 401 : 200;
  };
  const http = createServer((request, response) => {
    request.resume();
    response.setHeader('set-cookie', `mosaic-session=${Date.now() + 600_000}`);
    response.writeHead(request.url === '/session/refresh' ? refresh() : 404, { 'content-type': 'application/json' });
    response.end('{"userErrors":[]}');
  });
  const sockets = new WebSocketServer({ server: http, path: '/graphql' });

  async function* follow(from: number): AsyncGenerator<ExecutionResult> {
    for (let at = from; ; at++) {
      while (at >= log.length) {
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
        });
      }
      const said = { eventId: `e${at}`, text: log[at] ?? '', by: null };
      const errors = [new GraphQLError('users is down', { path: ['said', 'by'] })];
      yield { data: { said }, ...(state.isUsersDown && { errors }) };
    }
  }
  const subscribe = ({ variableValues, operationName }: ExecutionArgs) => {
    const after = variableValues?.['after'] as string | undefined;
    begun.push({ ...variableValues, field: operationName ?? '' });
    if (after === 'too-old')
      return { errors: [new GraphQLError('Too old.', { extensions: { code: 'RESYNC_REQUIRED' } })] };
    if (after === 'not-mine') return { errors: [new GraphQLError('No.', { extensions: { code: 'NOT_FOUND' } })] };
    return follow(after === undefined ? log.length : Number(after.slice(1)) + (state.repeats ? 0 : 1));
  };
  serve(
    {
      schema,
      subscribe: subscribe as never,
      onSubscribe: () => {
        const code = state.refuseNext;
        state.refuseNext = null;
        return code ? [new GraphQLError(code, { extensions: { code } })] : undefined;
      },
    },
    sockets,
  );
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');

  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    begun,
    refreshes,
    state,
    say(text: string): void {
      log.push(text);
      for (const wake of waiting) wake();
      waiting.clear();
    },
    /** Closes every socket as the router does. */
    close(code: number, reason: string): void {
      for (const socket of sockets.clients) socket.close(code, reason);
    },
    /** Cuts every connection without a word. */
    cut(): void {
      for (const socket of sockets.clients) socket.terminate();
    },
    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.close();
      http.closeAllConnections();
      await setImmediate();
    },
  };
}
