// Subscriptions that survive: the network, the router, the token. Every event carries an eventId; the last one that
// came is the cursor from which the subscription goes on, so nothing is lost and nothing is shown twice.
import { ApolloLink } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { Kind, print } from 'graphql';
import type { Client } from 'graphql-ws';
import { Observable, type Subscriber } from 'rxjs';
import { connection, untilNextTry } from './connection';
import { isSignedIn, refresh, Unreachable } from './session';

type Result = FormattedExecutionResult<Record<string, unknown>>;

/** After a resume an event may come again; this many are remembered to drop it. */
const MOST_REMEMBERED = 500;
/** A subscription that lasts this long works; the protocol has no word for it. */
const SETTLED_MS = 1_000;
const FORBIDDEN = 4403;
const SOURCE_LOST = /^SUBSCRIPTION_SOURCE_|^TIMEOUT$|^INTERNAL$|^SUBGRAPH_/;
/** The cursor cannot be used any more: the state is loaded anew, and events are followed from now on. */
const CURSOR_LOST = /^(RESYNC_REQUIRED|BAD_CURSOR)$/;

let opening: Promise<Client> | undefined;
function socket(): Promise<Client> {
  opening ??= import('./open-socket').then(({ openSocket }) => openSocket());
  // Its code could not be fetched: the next try fetches again.
  opening.catch(() => {
    opening = undefined;
  });
  return opening;
}

/** Closes the socket; the next subscription opens another. */
export async function closeSocket(): Promise<void> {
  const open = opening;
  opening = undefined;
  await (await open)?.dispose();
}

/** `resync` is called when events were missed for good: load again what is on screen. */
export const liveLink = (resync: () => void): ApolloLink =>
  new ApolloLink((operation) => new Observable<ApolloLink.Result>((observer) => follow(operation, observer, resync)));

function follow(operation: ApolloLink.Operation, observer: Subscriber<ApolloLink.Result>, resync: () => void) {
  const { after, ...variables } = operation.variables as { readonly after?: string | null };
  const canResume = takesCursor(operation);
  const isRepeated = rememberEvents();
  let cursor = after;
  let stop: (() => void) | undefined;
  let settling: ReturnType<typeof setTimeout> | undefined;
  // What an earlier try still reports is not listened to.
  let current = 0;
  let hasRefreshed = false;
  let isOver = false;

  const settled = () => {
    hasRefreshed = false;
    connection.settled();
  };

  const begin = async () => {
    const mine = ++current;
    const isMine = () => !isOver && mine === current;
    try {
      const client = await socket();
      if (!isMine()) return;
      settling = setTimeout(settled, SETTLED_MS);
      stop = client.subscribe<Record<string, unknown>>(
        {
          query: print(operation.query),
          operationName: operation.operationName,
          variables: { ...variables, ...(canResume && cursor && { after: cursor }) },
        },
        {
          next: (result) => isMine() && next(result as Result),
          error: (cause) => isMine() && void again(cause),
          complete: () => isMine() && observer.complete(),
        },
      );
    } catch (cause) {
      if (isMine()) void again(cause);
    }
  };

  const next = (result: Result) => {
    const [refusal] = result.errors ?? [];
    if (refusal && !result.data) return refused(refusal);
    const eventId = eventIdOf(result);
    if (eventId && isRepeated(eventId)) return;
    cursor = eventId ?? cursor;
    // Fields of a subgraph that is down are null; the event is one all the same.
    observer.next({ data: result.data } as ApolloLink.Result);
  };

  const refused = (refusal: GraphQLFormattedError) => {
    const code = String(refusal.extensions?.['code'] ?? '');
    if (CURSOR_LOST.test(code)) return startOver();
    if (SOURCE_LOST.test(code)) return void again(null);
    observer.error(new CombinedGraphQLErrors({ errors: [refusal] }));
  };

  const startOver = () => {
    leaveTry();
    cursor = undefined;
    // First heard, then read: what happens between the two is heard.
    void begin().then(resync);
  };

  const again = async (cause: unknown) => {
    leaveTry();
    if (Array.isArray(cause)) return refused(cause[0] as GraphQLFormattedError);
    const isTokenOver = (cause as { readonly code?: unknown } | null)?.code === FORBIDDEN;
    // Refused again right after a refresh: it is not the token's age, so it waits like anything else.
    if (isTokenOver && !hasRefreshed) {
      hasRefreshed = true;
      if (!(await canRefresh())) return observer.complete();
    } else await untilNextTry();
    if (!isOver) await begin();
  };

  const leaveTry = () => {
    current++;
    clearTimeout(settling);
    stop?.();
    stop = undefined;
  };

  void begin();
  return () => {
    isOver = true;
    leaveTry();
  };
}

/** False when the session is over. */
async function canRefresh(): Promise<boolean> {
  if (!isSignedIn()) return false;
  connection.interrupted();
  try {
    return await refresh();
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    await untilNextTry();
    return true;
  }
}

/** Whether an event came before, of the latest ones. */
function rememberEvents(): (eventId: string) => boolean {
  const seen = new Set<string>();
  return (eventId) => {
    if (seen.has(eventId)) return true;
    seen.add(eventId);
    if (seen.size > MOST_REMEMBERED) seen.delete(seen.values().next().value as string);
    return false;
  };
}

/** Streams that begin with a snapshot have no `after`. */
const takesCursor = ({ query }: ApolloLink.Operation): boolean =>
  query.definitions.some(
    (part) =>
      part.kind === Kind.OPERATION_DEFINITION &&
      part.variableDefinitions?.some(({ variable }) => variable.name.value === 'after'),
  );

function eventIdOf({ data }: Result): string | undefined {
  const [event] = Object.values(data ?? {}) as ({ eventId?: string } | null)[];
  return event?.eventId;
}
