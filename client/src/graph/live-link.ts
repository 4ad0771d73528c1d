// Subscriptions that survive: of the network, of the router, of the token. Every event carries an eventId; the last one
// that came is the cursor from which the subscription goes on, so nothing is lost and nothing is shown twice.
import { ApolloLink } from '@apollo/client';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable } from 'rxjs';
import { untilNextTry } from './connection';
import { isSignedIn, refresh, Unreachable } from './session';

type Result = FormattedExecutionResult<Record<string, unknown>>;

/** After a resume an event may come again; this many are remembered to drop it. */
const MOST_REMEMBERED = 500;
const FORBIDDEN = 4403;
const SOURCE_LOST = /^SUBSCRIPTION_SOURCE_|^TIMEOUT$|^INTERNAL$|^SUBGRAPH_/;
/** The cursor cannot be used any more: the state is loaded anew, and events are followed from now on. */
const CURSOR_LOST = /^(RESYNC_REQUIRED|BAD_CURSOR)$/;

let opening: Promise<Client> | undefined;
const socket = (): Promise<Client> => {
  opening ??= import('./open-socket').then(({ openSocket }) => openSocket());
  return opening;
};

/** Closes the socket; the next subscription opens another. */
export async function closeSocket(): Promise<void> {
  const open = opening;
  opening = undefined;
  await (await open)?.dispose();
}

/** `resync` is called when events were missed for good: load again what is on screen. */
export const liveLink = (resync: () => void): ApolloLink =>
  new ApolloLink(
    (operation) =>
      new Observable<ApolloLink.Result>((observer) => {
        const seen = new Set<string>();
        let cursor = operation.variables['after'] as string | null | undefined;
        let stop: (() => void) | undefined;
        let isOver = false;

        const begin = async () => {
          const client = await socket();
          if (isOver) return;
          stop = client.subscribe<Record<string, unknown>>(
            {
              query: print(operation.query),
              operationName: operation.operationName,
              variables: { ...operation.variables, ...(cursor && { after: cursor }) },
            },
            { next, error: (cause) => void again(cause), complete: () => !isOver && observer.complete() },
          );
        };
        const next = (result: Result) => {
          const [lost] = result.errors ?? [];
          if (lost && !result.data && CURSOR_LOST.test(codeOf(lost))) return startOver();
          const eventId = eventIdOf(result);
          if (eventId) {
            if (seen.has(eventId)) return;
            seen.add(eventId);
            if (seen.size > MOST_REMEMBERED) seen.delete(seen.values().next().value as string);
            cursor = eventId;
          }
          observer.next(result as ApolloLink.Result);
        };
        const startOver = () => {
          stop?.();
          cursor = undefined;
          operation.variables['after'] = undefined;
          begin().then(resync, (cause) => observer.error(cause));
        };
        const again = async (cause: unknown) => {
          if (isOver) return;
          const refusal = refusalOf(cause);
          if (refusal && CURSOR_LOST.test(codeOf(refusal))) return startOver();
          if (refusal && !SOURCE_LOST.test(codeOf(refusal))) return observer.error(new Error(refusal.message));
          if (!(await isWorthTrying(cause))) return observer.complete();
          if (!isOver) await begin();
        };

        begin().catch((cause) => observer.error(cause));
        return () => {
          isOver = true;
          stop?.();
        };
      }),
  );

/** False when the session is over. Waits its turn unless only the token had run out. */
async function isWorthTrying(cause: unknown): Promise<boolean> {
  const isTokenOver = cause instanceof CloseEvent && cause.code === FORBIDDEN;
  if (!isTokenOver) {
    await untilNextTry();
    return true;
  }
  if (!isSignedIn()) return false;
  try {
    return await refresh();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    await untilNextTry();
    return true;
  }
}

const refusalOf = (cause: unknown): GraphQLFormattedError | undefined =>
  Array.isArray(cause) ? (cause[0] as GraphQLFormattedError) : undefined;

const codeOf = ({ extensions }: GraphQLFormattedError): string => String(extensions?.['code'] ?? '');

function eventIdOf({ data }: Result): string | undefined {
  const [event] = Object.values(data ?? {}) as ({ eventId?: string } | null)[];
  return event?.eventId;
}
