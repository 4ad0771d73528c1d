// The files that will go with the message that is being written.
import { CloseButton } from '@mantine/core';
import { Paperclip } from 'lucide-react';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import type { AttachedFile } from './use-attached';

interface AttachedFilesProps {
  readonly files: readonly AttachedFile[];
  readonly onRemove: (mediaId: string) => void;
}

export function AttachedFiles({ files, onRemove }: AttachedFilesProps) {
  const words = useWords(conversationWords);
  if (files.length === 0) return null;
  return (
    <ul className={classes['attached']}>
      {files.map(({ mediaId, name }) => (
        <li key={mediaId}>
          <Paperclip size={14} aria-hidden />
          <span>{name}</span>
          <CloseButton size="sm" aria-label={words.detach(name)} onClick={() => onRemove(mediaId)} />
        </li>
      ))}
    </ul>
  );
}
