// Many files on their way at once, two at a time: each with its own progress, its own refusal, and its own way back.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { readFailure } from '@/graph/failure';
import type { MediaPurpose } from '@/graph/generated/graphql';
import type { Refusal } from '@/graph/session';
import { failed } from '@/ui/toasts';
import { sendFile } from './send-file';

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly state: 'waiting' | 'sending' | 'refused' | 'failed';
  /** From 0 to 1; 1 means that the server works on it. */
  readonly progress: number;
  readonly refusals: readonly Refusal[];
}

export interface Uploads {
  /** What is not finished, in the order it came. */
  readonly lines: readonly Line[];
  add(files: readonly File[]): void;
  /** Stops a file that is under way, or forgets one that did not make it. */
  drop(id: string): void;
  retry(id: string): void;
}

const AT_ONCE = 2;

/** `onTaken` is waited for before the line goes: what it does with the medium belongs to the upload. */
export function useUploads(
  purpose: MediaPurpose,
  onTaken: (mediaId: string, file: File) => Promise<void> | void,
): Uploads {
  const client = useApolloClient();
  const [lines, setLines] = useState<readonly Line[]>([]);
  const files = useRef(new Map<string, { readonly file: File; readonly controller: AbortController }>());
  const waiting = useRef<string[]>([]);
  const running = useRef(0);
  const taken = useRef(onTaken);
  taken.current = onTaken;
  useEffect(
    () => () => {
      for (const { controller } of files.current.values()) controller.abort();
    },
    [],
  );

  const change = (id: string, news: Partial<Line>) =>
    setLines((before) => before.map((line) => (line.id === id ? { ...line, ...news } : line)));
  const forget = (id: string) => {
    files.current.delete(id);
    setLines((before) => before.filter((line) => line.id !== id));
  };

  const send = async (id: string) => {
    const { file, controller } = files.current.get(id) ?? {};
    if (!file || !controller) return;
    change(id, { state: 'sending', progress: 0 });
    try {
      const onProgress = (progress: number) => change(id, { progress });
      const result = await sendFile(client, file, purpose, { onProgress, signal: controller.signal });
      if (result.kind === 'refused') return change(id, { state: 'refused', refusals: result.refusals });
      if (result.kind === 'taken') await taken.current(result.mediaId, file);
      forget(id);
    } catch (error) {
      failed(readFailure(error));
      change(id, { state: 'failed' });
    }
  };
  const sendNext = () => {
    while (running.current < AT_ONCE) {
      const id = waiting.current.shift();
      if (!id) return;
      running.current += 1;
      void send(id).finally(() => {
        running.current -= 1;
        sendNext();
      });
    }
  };

  return {
    lines,
    add(chosen) {
      const fresh = chosen.map((file) => ({ id: crypto.randomUUID(), file }));
      for (const { id, file } of fresh) files.current.set(id, { file, controller: new AbortController() });
      waiting.current.push(...fresh.map(({ id }) => id));
      const begun = { state: 'waiting', progress: 0, refusals: [] } as const;
      setLines((before) => [...before, ...fresh.map(({ id, file }) => ({ id, name: file.name, ...begun }))]);
      sendNext();
    },
    drop(id) {
      files.current.get(id)?.controller.abort();
      waiting.current = waiting.current.filter((one) => one !== id);
      forget(id);
    },
    retry(id) {
      change(id, { state: 'waiting', progress: 0 });
      waiting.current.push(id);
      sendNext();
    },
  };
}
