// Takes a comment of the viewer back, after asking; at once on screen.
import type { ReactNode } from 'react';
import { graphql } from '@/graph/generated';
import { useWords } from '@/words/words';
import { useConfirm } from '../confirm';
import { useAct } from '../use-act';
import { takeCommentBack } from './place-comment';
import { postWords } from './post-words';
import { useRefusedAloud } from './use-refused-aloud';

const deleteComment = graphql(`
  mutation DeleteComment($input: DeleteCommentInput!) {
    deleteComment(input: $input) {
      userErrors {
        ...Refusal
      }
      commentId
    }
  }
`);

type Comment = Parameters<typeof takeCommentBack>[1];

export function useTakeCommentBack(comment: Comment): readonly [dialog: ReactNode, takeBack: () => Promise<void>] {
  const words = useWords(postWords);
  const [dialog, confirm] = useConfirm();
  const act = useAct(deleteComment);
  useRefusedAloud(act.refusals);
  const takeBack = async () => {
    const question = { title: words.removeComment, text: words.removeCommentText, yes: words.remove };
    if (!(await confirm(question))) return;
    const payload = { __typename: 'DeleteCommentPayload' as const, userErrors: [], commentId: comment.id };
    await act.run(
      { input: { commentId: comment.id } },
      {
        optimisticResponse: { deleteComment: payload },
        update: (cache, { data }) => data?.deleteComment.commentId && takeCommentBack(cache, comment),
      },
    );
  };
  return [dialog, takeBack];
}
