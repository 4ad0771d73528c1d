// The HTTP door alone: the real list of stages of the standalone profile, with graphql-js behind the seam and a stream
// that a test pours events into.
import type { AddressInfo } from 'node:net';
import { createLogger } from '@mosaic/kernel/telemetry/logger';
import { buildSchema, execute, type GraphQLSchema } from 'graphql';
import { afterAll, beforeAll } from 'vitest';
import type { Identity } from '../../src/admission/token-desk.js';
import { byteText } from '../../src/bounds/byte-text.js';
import { mosaicLimits } from '../../src/document/limits.js';
import { documentReader } from '../../src/document/parse-bounded.js';
import { type HttpDoor, serveHttp } from '../../src/edge/http-server.js';
import { pipeline } from '../../src/pipeline.js';
import type { Call } from '../../src/plan/call.js';
import type { Executor } from '../../src/plan/executor.js';
import { standaloneStages } from '../../src/profiles/standalone-stages.js';
import type { EventSink, StreamEnd } from '../../src/subscriptions/event-stream.js';
import { SharedEvent } from '../../src/subscriptions/event-text.js';

const schema: GraphQLSchema = buildSchema(`
  type Query { hello(name: String = "you"): String! broken: Int }
  type Mutation { say(text: String!): String }
  type Subscription { ticks: Int }
`);
const root = { hello: ({ name }: { name: string }) => `hello ${name}`, broken: () => Number.NaN, say: () => 'said' };

export interface Door {
  url: string;
  door: HttpDoor;
  /** Calls that reached the executor, and the stream. */
  readonly calls: Call[];
  readonly source: {
    readonly sinks: Set<EventSink>;
    say(text: string): void;
    end(how: StreamEnd): void;
  };
  readonly lines: Record<string, unknown>[];
  /** Who asks from now on. */
  identity: Identity | null;
}

export function useDoor(settings: { showsSandbox?: boolean; mostStreams?: number } = {}): Door {
  const sinks = new Set<EventSink>();
  const lab: Door = {
    url: '',
    door: undefined as never,
    calls: [],
    lines: [],
    identity: null,
    source: {
      sinks,
      say(text) {
        const event = new SharedEvent(byteText(text), null);
        for (const sink of [...sinks]) sink.next(event);
      },
      end(how) {
        for (const sink of [...sinks]) {
          sinks.delete(sink);
          sink.end(how);
        }
      },
    },
  };
  const executor: Executor = {
    schema,
    async execute({ document, operationName, variables }, call) {
      lab.calls.push(call);
      const args = { schema, document, rootValue: root, operationName, variableValues: variables };
      const { data, errors = [] } = await execute(args);
      return { ...(data !== undefined && { data: byteText(JSON.stringify(data)) }), errors };
    },
    planStream: () => Promise.reject(new Error('the stream is opened below')),
    warm() {},
    explain: ({ operationName }) => `the plan of ${operationName ?? 'it'}`,
  };
  const stages = pipeline({
    own: withIdentity(() => lab.identity),
    executor,
    readDocument: documentReader(mosaicLimits),
    openStream: async (_operation, call) => {
      lab.calls.push(call);
      const open = (sink: EventSink) => {
        sinks.add(sink);
        return () => void sinks.delete(sink);
      };
      return { kind: 'stream', events: { open } };
    },
    limits: mosaicLimits,
    shell: {} as never,
    showsSchema: true,
    showsSandbox: settings.showsSandbox ?? false,
    deadlines: { queryMs: 1_000, mutationMs: 1_000 },
  });
  const log = createLogger('router', 'DEBUG', { write: (line) => void lab.lines.push(JSON.parse(line)) });

  beforeAll(async () => {
    const stagesOf = (path: string) => (path === '/graphql' ? stages : undefined);
    lab.door = serveHttp(stagesOf, async () => false, log, settings.mostStreams);
    await new Promise<void>((resolve) => lab.door.server.listen(0, '127.0.0.1', resolve));
    lab.url = `http://127.0.0.1:${(lab.door.server.address() as AddressInfo).port}/graphql`;
  });
  afterAll(async () => {
    lab.door.server.closeAllConnections();
    await lab.door.drain(async () => {});
  });
  return lab;
}

function withIdentity(identity: () => Identity | null) {
  const own = standaloneStages({
    listed: new Set(['https://app.example']),
    passedHeaders: ['authorization', 'x-tenant'],
  });
  return {
    ...own,
    whoAsks: [
      ...own.whoAsks,
      {
        name: 'who asks, as the test says',
        over: 'http' as const,
        refuses: [],
        admit: (passage: Parameters<(typeof own.request)['admit']>[0]) => {
          passage.identity = identity();
          return null;
        },
      },
    ],
  };
}
