// What hangs on a message: pictures shown where they stand, documents as links.
import { Anchor, Text } from '@mantine/core';
import { FileText } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { useWords } from '@/words/words';
import { chatWords } from './chat-words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';

const fragment = graphql(`
  fragment MessageAttachments_message on Message {
    id
    attachments {
      grant
      media {
        id
        kind
        url
        ...Picture_media
      }
    }
  }
`);

export function MessageAttachments({ message }: { readonly message: FragmentType<typeof fragment> }) {
  const words = useWords(conversationWords);
  const { attachment } = useWords(chatWords);
  const { attachments } = unmask(fragment, message);
  if (attachments.length === 0) return null;
  return (
    <ul className={classes['attachments']}>
      {attachments.map(({ grant, media }) => (
        <li key={media?.id ?? grant}>
          {!media ? (
            <Text size="sm" c="dimmed" fs="italic">
              {words.goneAttachment}
            </Text>
          ) : (
            <Anchor
              href={media.url ?? undefined}
              target="_blank"
              rel="noopener noreferrer"
              className={classes['attachment'] ?? ''}
            >
              {media.kind === 'IMAGE' ? (
                <Picture media={media} alt={attachment} sizes="(max-width: 48em) 80vw, 20rem" />
              ) : (
                <>
                  <FileText size={18} aria-hidden /> {words.document}
                </>
              )}
            </Anchor>
          )}
        </li>
      ))}
    </ul>
  );
}
