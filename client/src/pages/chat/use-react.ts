// Puts an emoji on a message or takes it back; shown at once.
import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { refused } from '@/ui/toasts';
import { useRefusalText } from '@/words/refusals';
import { toggleReaction } from './toggle-reaction';

export const reactionsFragment = graphql(`
  fragment Reactions_message on Message {
    id
    reactions {
      emoji
      count
      viewerHasReacted
    }
  }
`);

const addReaction = graphql(`
  mutation AddReaction($input: AddReactionInput!) {
    addReaction(input: $input) {
      message {
        id
        reactions {
          emoji
          count
          viewerHasReacted
        }
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

const removeReaction = graphql(`
  mutation RemoveReaction($input: RemoveReactionInput!) {
    removeReaction(input: $input) {
      message {
        id
        reactions {
          emoji
          count
          viewerHasReacted
        }
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

/** The function stays the same across renders, so that rows that get it do not render again. */
export function useReact(): (messageId: string, emoji: string) => void {
  const { cache } = useApolloClient();
  const add = useAct(addReaction);
  const remove = useAct(removeReaction);
  const textOf = useRefusalText();
  const [refusal] = [...add.refusals, ...remove.refusals];
  const text = refusal && textOf(refusal);
  useEffect(() => {
    if (text) refused(text);
  }, [text]);
  const toggle = async (messageId: string, emoji: string) => {
    const id = cache.identify({ __typename: 'Message', id: messageId });
    const known = cache.readFragment({ id: id ?? '', fragment: reactionsFragment, fragmentName: 'Reactions_message' });
    if (!known) return;
    const isThere = known.reactions.some((reaction) => reaction.emoji === emoji && reaction.viewerHasReacted);
    const message = { ...known, reactions: [...toggleReaction(known.reactions, emoji)] };
    const input = { messageId, emoji };
    if (isThere) {
      await remove.run({ input }, { optimisticResponse: { removeReaction: { message, userErrors: [] } } });
    } else {
      await add.run({ input }, { optimisticResponse: { addReaction: { message, userErrors: [] } } });
    }
  };
  const latest = useRef(toggle);
  latest.current = toggle;
  return useCallback((messageId, emoji) => void latest.current(messageId, emoji), []);
}
