// One upload as a page uses it: start it, see how far it is, what was refused, and cancel it.
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { readFailure } from '@/graph/failure';
import type { MediaPurpose } from '@/graph/generated/graphql';
import type { Refusal } from '@/graph/session';
import { failed } from '@/ui/toasts';
import { sendFile } from './send-file';

export interface Upload {
  /**
   * Resolves to the id of the medium; to null when it was refused (see `refusals`), cancelled, or failed (a toast says
   * so). Never throws. One at a time: another start cancels what is under way.
   */
  start(file: File, purpose: MediaPurpose): Promise<string | null>;
  /** From 0 to 1 while under way, else null; 1 means that the server works on the file. */
  readonly progress: number | null;
  readonly refusals: readonly Refusal[];
  cancel(): void;
}

export function useUpload(): Upload {
  const client = useApolloClient();
  const [progress, setProgress] = useState<number | null>(null);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return {
    progress,
    refusals,
    cancel: () => current.current?.abort(),
    async start(file, purpose) {
      current.current?.abort();
      const own = new AbortController();
      current.current = own;
      setRefusals([]);
      setProgress(0);
      try {
        const onProgress = (share: number) => current.current === own && setProgress(share);
        const result = await sendFile(client, file, purpose, { onProgress, signal: own.signal });
        if (result.kind === 'refused') setRefusals(result.refusals);
        return result.kind === 'taken' ? result.mediaId : null;
      } catch (error) {
        failed(readFailure(error));
        return null;
      } finally {
        if (current.current === own) setProgress(null);
      }
    },
  };
}
