// Messages on their way: sent one after the other per room, each under the id that its sender gave it, so that trying
// again never says it twice. What fails stays, and what was written after it waits behind it.
import type { Refusal } from '@/graph/session';

export interface Draft {
  readonly clientMessageId: string;
  readonly roomId: string;
  readonly body: string;
  readonly parentId: string | null;
  readonly mediaIds: readonly string[];
  readonly writtenAt: string;
}

export type Progress =
  | { readonly state: 'waiting' | 'sending' | 'failed' }
  | { readonly state: 'refused'; readonly refusals: readonly Refusal[] };

export type Outgoing = Draft & Progress;
export type Posted = 'sent' | 'failed' | readonly Refusal[];

const nothing: readonly Outgoing[] = [];

export function makeOutbox(post: (draft: Draft) => Promise<Posted>) {
  let rooms: ReadonlyMap<string, readonly Outgoing[]> = new Map();
  let recoveries = 0;
  const busy = new Set<string>();
  const listeners = new Set<() => void>();
  const inRoom = (roomId: string) => rooms.get(roomId) ?? nothing;

  const change = (roomId: string, next: readonly Outgoing[]) => {
    rooms = new Map(rooms).set(roomId, next);
    for (const listener of listeners) listener();
  };
  const mark = ({ roomId, clientMessageId }: Draft, progress: Progress) =>
    change(
      roomId,
      inRoom(roomId).map((one) => (one.clientMessageId === clientMessageId ? { ...one, ...progress } : one)),
    );
  const drop = (roomId: string, clientMessageId: string) => {
    const rest = inRoom(roomId).filter((one) => one.clientMessageId !== clientMessageId);
    if (rest.length < inRoom(roomId).length) change(roomId, rest);
  };

  const sendAll = async (roomId: string) => {
    if (busy.has(roomId)) return;
    busy.add(roomId);
    for (;;) {
      const first = inRoom(roomId).find(({ state }) => state !== 'refused');
      if (first?.state !== 'waiting') break;
      mark(first, { state: 'sending' });
      const before = recoveries;
      const posted = await post(first);
      if (posted === 'sent') drop(roomId, first.clientMessageId);
      // The connection came back while this one was still failing: the next try may well succeed.
      else if (posted === 'failed') mark(first, { state: before === recoveries ? 'failed' : 'waiting' });
      else mark(first, { state: 'refused', refusals: posted });
    }
    busy.delete(roomId);
  };

  const again = (roomId: string) => {
    const failed = inRoom(roomId).find(({ state }) => state === 'failed');
    if (failed) mark(failed, { state: 'waiting' });
    void sendAll(roomId);
  };

  return {
    /** The same array until something changes. */
    inRoom,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add(draft: Draft): void {
      change(draft.roomId, [...inRoom(draft.roomId), { ...draft, state: 'waiting' }]);
      void sendAll(draft.roomId);
    },
    /** Tries what failed again, and sends what waits behind it. */
    again,
    /** It arrived, whatever became of the answer; or its writer gives it up. */
    drop(roomId: string, clientMessageId: string): void {
      drop(roomId, clientMessageId);
      void sendAll(roomId);
    },
    /** The connection is back. */
    recover(): void {
      recoveries++;
      for (const roomId of rooms.keys()) again(roomId);
    },
  };
}
