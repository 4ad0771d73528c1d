// Tells the others that the viewer types: at once, again every few seconds, and when it is over.
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { graphql } from '@/graph/generated';

const setTyping = graphql(`
  mutation SetTyping($input: SetTypingInput!) {
    setTyping(input: $input) {
      userErrors {
        code
      }
    }
  }
`);

/** The server forgets after 6 s. */
const AGAIN_MS = 3_000;

export function useTyping(roomId: string): (isTyping: boolean) => void {
  const client = useApolloClient();
  const toldAt = useRef(0);
  const tell = useCallback(
    (isTyping: boolean) => {
      const wasTyping = toldAt.current > 0;
      if (isTyping ? Date.now() - toldAt.current < AGAIN_MS : !wasTyping) return;
      toldAt.current = isTyping ? Date.now() : 0;
      // A word of courtesy: when it does not arrive, nobody needs to hear of it.
      client.mutate({ mutation: setTyping, variables: { input: { roomId, isTyping } } }).catch(() => undefined);
    },
    [client, roomId],
  );
  useEffect(() => () => tell(false), [tell]);
  return tell;
}
