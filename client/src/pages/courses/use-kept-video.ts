// The copy of a lesson's video on this device, if there is one.
import { useEffect, useState } from 'react';
import { dropVideo, keepVideo, keptVideo } from '@/offline/kept-lessons';
import { useViewer } from '@/parts/viewer';

export interface OwnVideo {
  /** Of the copy; null without one. */
  readonly url: string | null;
  /** From 0 to 1 while it is being kept; null otherwise. */
  readonly share: number | null;
  /** Throws when the video cannot be fetched, or there is no room for it. */
  keep(address: string): Promise<void>;
  drop(): Promise<void>;
}

export function useKeptVideo(lessonId: string): OwnVideo {
  const viewerId = useViewer()?.id;
  const [url, setUrl] = useState<string | null>(null);
  const [share, setShare] = useState<number | null>(null);
  useEffect(() => {
    let isGone = false;
    if (viewerId) {
      void keptVideo(viewerId, lessonId).then((bytes) => bytes && !isGone && setUrl(URL.createObjectURL(bytes)));
    }
    return () => {
      isGone = true;
    };
  }, [viewerId, lessonId]);
  useEffect(() => () => void (url && URL.revokeObjectURL(url)), [url]);
  return {
    url,
    share,
    async keep(address) {
      if (!viewerId) return;
      setShare(0);
      try {
        const bytes = await fetchWhole(address, setShare);
        await keepVideo(viewerId, lessonId, bytes);
        setUrl(URL.createObjectURL(bytes));
      } finally {
        setShare(null);
      }
    },
    async drop() {
      if (viewerId) await dropVideo(viewerId, lessonId);
      setUrl(null);
    },
  };
}

async function fetchWhole(address: string, onProgress: (share: number) => void): Promise<Blob> {
  const response = await fetch(address);
  if (!response.ok || !response.body) throw new Error(`The video answered ${response.status}`);
  const total = Number(response.headers.get('content-length'));
  let count = 0;
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count += chunk.byteLength;
        if (total > 0) onProgress(count / total);
        controller.enqueue(chunk);
      },
    }),
  );
  return new Response(counted, { headers: { 'content-type': response.headers.get('content-type') ?? '' } }).blob();
}
