// The key by which the server knows a wish again: what did not get through and is sent again unchanged is the same wish.
import { useRef } from 'react';

export interface Wish {
  /** The key for this content: the last one while the content is the same and was not fulfilled. */
  keyFor(content: unknown): string;
  /** It came true; the same content again is another wish. */
  fulfil(): void;
}

export function useWish(): Wish {
  const last = useRef<{ readonly content: string; readonly key: string } | null>(null);
  return {
    keyFor(content) {
      const text = JSON.stringify(content);
      if (last.current?.content !== text) last.current = { content: text, key: crypto.randomUUID() };
      return last.current.key;
    },
    fulfil() {
      last.current = null;
    },
  };
}
