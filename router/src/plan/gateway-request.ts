// An operation in the shape of @apollo/gateway's request context.
import { createHash } from 'node:crypto';
import type { Logger } from '@mosaic/kernel/telemetry/logger';
import type { Call } from './call.js';
import type { Executor, Operation } from './executor.js';
import type { GatewayRequest } from './gateway-types.js';

/** What the gateway's executor reads of a request; the rest of Apollo's request context plays no part in it. */
export function requestOf(
  { query, document, operationName, variables }: Operation & { query: string },
  call: Call,
  schema: Executor['schema'],
): GatewayRequest {
  return {
    request: { query, operationName, variables },
    document,
    operationName: operationName ?? null,
    queryHash: createHash('sha256').update(query).digest('hex'),
    schema,
    context: { call },
    metrics: {},
    logger: quiet(call.log),
  } as unknown as GatewayRequest;
}

/** Apollo's parts talk at their own levels; only their warnings and errors are news to us. */
export function quiet(log: Logger) {
  return {
    debug: () => {},
    info: () => {},
    warn: (message: unknown) => log.warning('the gateway warns', { message: String(message) }),
    error: (message: unknown) => log.error('the gateway reports an error', { message: String(message) }),
  };
}
