// Whether somebody is there, beside their picture; said in words to who does not see it.
import { VisuallyHidden } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { useWords } from '@/words/words';
import classes from './chat.module.css';
import { chatWords } from './chat-words';

const fragment = graphql(`
  fragment PresenceDot_user on User {
    id
    presence {
      status
      lastSeenAt
    }
  }
`);

export function PresenceDot({ user }: { readonly user: FragmentType<typeof fragment> }) {
  const words = useWords(chatWords);
  const { presence } = unmask(fragment, user);
  if (presence?.status !== 'ONLINE') return null;
  return (
    <span className={classes['dot']} title={words.online}>
      <VisuallyHidden>{words.online}</VisuallyHidden>
    </span>
  );
}
