// Who else is typing in a room just now.
import { useSubscription } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { graphql } from '@/graph/generated';

const typingChanged = graphql(`
  subscription RoomTyping($roomId: ID!) {
    typingChanged(roomId: $roomId) {
      eventId
      isTyping
      user {
        id
        displayName
      }
    }
  }
`);

interface Typist {
  readonly id: string;
  readonly name: string;
  readonly until: number;
}

/** The server takes it back within 6 s; when that word is lost, it still ends. */
const LONGEST_MS = 7_000;

export function useTypists(roomId: string): readonly Typist[] {
  const [typists, setTypists] = useState<readonly Typist[]>([]);
  useSubscription(typingChanged, {
    variables: { roomId },
    ignoreResults: true,
    onData({ data: { data } }) {
      const { user, isTyping } = data?.typingChanged ?? {};
      if (!user) return;
      setTypists((known) => {
        const others = known.filter(({ id }) => id !== user.id);
        if (!isTyping) return others;
        return [...others, { id: user.id, name: user.displayName, until: Date.now() + LONGEST_MS }];
      });
    },
  });
  useEffect(() => {
    if (typists.length === 0) return;
    const next = Math.min(...typists.map(({ until }) => until));
    const timer = setTimeout(
      () => setTypists((known) => known.filter(({ until }) => until > Date.now())),
      Math.max(0, next - Date.now()) + 10,
    );
    return () => clearTimeout(timer);
  }, [typists]);
  return typists;
}
