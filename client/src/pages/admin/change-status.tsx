// Keeps somebody out, or lets them in again; the reason goes into the audit trail.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';
import { ReasonDialog } from './reason-dialog';

const suspendUser = graphql(`
  mutation SuspendUser($input: SuspendUserInput!) {
    suspendUser(input: $input) {
      userErrors {
        ...Refusal
      }
      user {
        id
        ...AccountRow_user
      }
    }
  }
`);

const reinstateUser = graphql(`
  mutation ReinstateUser($input: ReinstateUserInput!) {
    reinstateUser(input: $input) {
      userErrors {
        ...Refusal
      }
      user {
        id
        ...AccountRow_user
      }
    }
  }
`);

interface ChangeStatusProps {
  readonly userId: string;
  readonly name: string;
  readonly isSuspended: boolean;
}

export function ChangeStatus({ userId, name, isSuspended }: ChangeStatusProps) {
  const words = useWords(accountWords);
  const [isOpen, setOpen] = useState(false);
  const suspend = useAct(suspendUser);
  const reinstate = useAct(reinstateUser);
  const act = isSuspended ? reinstate : suspend;
  const open = () => {
    act.reset();
    setOpen(true);
  };
  const change = async (reason: string) => {
    if (!(await act.run({ input: { userId, reason } }))) return;
    setOpen(false);
    said(isSuspended ? words.reinstated(name) : words.suspended(name));
  };
  return (
    <>
      <Button
        size="compact-md"
        variant={isSuspended ? 'light' : 'subtle'}
        color={isSuspended ? 'iris' : 'red'}
        aria-label={isSuspended ? words.reinstateOf(name) : words.suspendOf(name)}
        onClick={open}
      >
        {isSuspended ? words.reinstate : words.suspend}
      </Button>
      <ReasonDialog
        title={isSuspended ? words.reinstateOf(name) : words.suspendOf(name)}
        text={isSuspended ? words.reinstateText : words.suspendText}
        yes={isSuspended ? words.reinstate : words.suspend}
        isOpen={isOpen}
        isHarmful={!isSuspended}
        isBusy={act.isBusy}
        refusals={act.refusals}
        onClose={() => setOpen(false)}
        onGiven={(reason) => void change(reason)}
      />
    </>
  );
}
