// Runs an operation that somebody typed, past the cache of the app: what comes is shown, and nothing else learns of it.
import { useApolloClient } from '@apollo/client/react';
import { parse } from 'graphql';
import { useEffect, useRef, useState } from 'react';
import { fetchFresh } from '@/graph/fetch-fresh';

interface Answered {
  /** Null where there was no answer at all. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly requestId: string | null;
  /** What came, as JSON; of a subscription, the latest event first. */
  readonly bodies: readonly unknown[];
}

export interface Run {
  start(text: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  stop(): void;
  readonly isWaiting: boolean;
  readonly isListening: boolean;
  readonly answered: Answered | null;
}

const IS_SUBSCRIPTION = /^\s*subscription\b/m;
const MOST_EVENTS = 50;
const nothing: Answered = { status: null, milliseconds: 0, requestId: null, bodies: [] };

export function useRun(): Run {
  const client = useApolloClient();
  const [isWaiting, setWaiting] = useState(false);
  const [isListening, setListening] = useState(false);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const end = useRef<(() => void) | null>(null);
  const stop = () => {
    end.current?.();
    end.current = null;
    setListening(false);
  };
  useEffect(() => () => end.current?.(), []);

  const listen = (text: string, variables: Readonly<Record<string, unknown>>) => {
    const add = (body: unknown) =>
      setAnswered((known) => ({ ...nothing, bodies: [body, ...(known?.bodies ?? [])].slice(0, MOST_EVENTS) }));
    setAnswered(nothing);
    try {
      const events = client.subscribe({ query: parse(text), variables, fetchPolicy: 'no-cache' });
      const over = { complete: () => setListening(false) };
      const said = (error: unknown) => {
        add({ error: error instanceof Error ? error.message : String(error) });
        setListening(false);
      };
      const subscription = events.subscribe({
        next: ({ data, error }) => add(error ? { data, error: error.message } : { data }),
        error: said,
        ...over,
      });
      end.current = () => subscription.unsubscribe();
      setListening(true);
    } catch (error) {
      add({ error: String(error) });
    }
  };

  return {
    isWaiting,
    isListening,
    answered,
    stop,
    async start(text, variables) {
      stop();
      if (IS_SUBSCRIPTION.test(text)) return listen(text, variables);
      setWaiting(true);
      try {
        setAnswered(await ask(text, variables));
      } finally {
        setWaiting(false);
      }
    },
  };
}

async function ask(query: string, variables: Readonly<Record<string, unknown>>): Promise<Answered> {
  const began = performance.now();
  const passed = () => Math.round(performance.now() - began);
  try {
    const response = await fetchFresh('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body: JSON.stringify({ query, variables }),
    });
    const body: unknown = await response.json();
    const requestId = response.headers.get('x-request-id');
    return { status: response.status, milliseconds: passed(), requestId, bodies: [body] };
  } catch {
    // No network, or an answer that is none of the graph's: the page says that nothing came.
    return { ...nothing, milliseconds: passed() };
  }
}
