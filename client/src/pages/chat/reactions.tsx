// The emoji on a message, with how many people put each there; pressing one adds the viewer's, or takes it back.
import { type FragmentType, unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import { conversationWords } from './conversation-words';
import classes from './message.module.css';
import { reactionsFragment, useReact } from './use-react';

export function Reactions({ message }: { readonly message: FragmentType<typeof reactionsFragment> }) {
  const words = useWords(conversationWords);
  const toggle = useReact();
  const { id, reactions } = unmask(reactionsFragment, message);
  if (reactions.length === 0) return null;
  return (
    <ul className={classes['reactions']} aria-label={words.reactions}>
      {reactions.map(({ emoji, count, viewerHasReacted }) => (
        <li key={emoji}>
          <button
            type="button"
            className={classes['reaction']}
            aria-pressed={viewerHasReacted}
            aria-label={words.reacted(emoji, count)}
            onClick={() => toggle(id, emoji)}
          >
            {emoji} {count}
          </button>
        </li>
      ))}
    </ul>
  );
}
