// subscribe() with a fresh context per event: request-scoped loaders must not serve yesterday's rows to a live stream.
import { createSourceEventStream, type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Call, CallContext } from './call.js';
import { maskError } from './mask-error.js';

/**
 * The events of a subscription, each executed in its own context. The iterator's return() reaches the source at once,
 * even while a next() is pending (an async generator would queue it).
 */
export async function subscribeFresh<C extends CallContext>(
  args: ExecutionArgs,
  context: (call: Call) => C,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const { call } = args.contextValue as CallContext;
  const masked = (result: ExecutionResult): ExecutionResult =>
    result.errors ? { ...result, errors: result.errors.map((error) => asError(maskError(error, call))) } : result;

  const stream = await createSourceEventStream({ ...args, contextValue: context(call) });
  if (!(Symbol.asyncIterator in stream)) return masked(stream);
  const source = stream[Symbol.asyncIterator]();
  const events: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => events,
    async next() {
      try {
        const { value, done } = await source.next();
        if (done) return { value: undefined, done: true };
        return {
          value: masked(await execute({ ...args, rootValue: value, contextValue: context(call) })),
          done: false,
        };
      } catch (error) {
        throw asError(maskError(error, call)); // graphql-ws sends it as an error frame and needs a GraphQLError
      }
    },
    async return() {
      await source.return?.();
      return { value: undefined, done: true };
    },
  };
  return events;
}

const asError = ({ message, path, extensions }: ReturnType<typeof maskError>) =>
  new GraphQLError(message, { path, extensions });
