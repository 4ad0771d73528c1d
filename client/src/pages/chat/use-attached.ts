// Files that will go with a message: uploaded one after the other as soon as they are chosen.
import { useState } from 'react';
import { useUpload } from '@/parts/use-upload';
import { refused } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';

export interface AttachedFile {
  readonly mediaId: string;
  readonly name: string;
}

const MOST = 10;

export function useAttached() {
  const words = useWords(conversationWords);
  const upload = useUpload();
  const [files, setFiles] = useState<readonly AttachedFile[]>([]);
  const [name, setName] = useState<string | null>(null);
  const add = async (chosen: readonly File[]) => {
    if (files.length + chosen.length > MOST) refused(words.tooMany);
    for (const file of chosen.slice(0, MOST - files.length)) {
      setName(file.name);
      const mediaId = await upload.start(file, 'MESSAGE');
      if (mediaId) setFiles((known) => [...known, { mediaId, name: file.name }]);
    }
    setName(null);
  };
  return {
    files,
    refusals: upload.refusals,
    underWay: name !== null && upload.progress !== null ? { name, progress: upload.progress } : null,
    isBusy: name !== null,
    add: (chosen: readonly File[]) => void add(chosen),
    remove: (mediaId: string) => setFiles((known) => known.filter((file) => file.mediaId !== mediaId)),
    cancel: upload.cancel,
    clear: () => setFiles([]),
  };
}
