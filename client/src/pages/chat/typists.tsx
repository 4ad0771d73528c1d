// Who is typing, below the messages.
import { Text } from '@mantine/core';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import { useTypists } from './use-typists';

/** More names than this say less than "several". */
const MOST_NAMES = 3;

export function Typists({ roomId }: { readonly roomId: string }) {
  const words = useWords(conversationWords);
  const formats = useFormats();
  const typists = useTypists(roomId);
  const names = typists.length > MOST_NAMES ? words.many : formats.list(typists.map(({ name }) => name));
  return (
    <div className={classes['typists']} data-typists>
      {typists.length > 0 && (
        <Text size="sm" c="dimmed">
          <span className={classes['dots']} aria-hidden>
            <i />
            <i />
            <i />
          </span>
          {words.typing(names, typists.length === 1)}
        </Text>
      )}
    </div>
  );
}
