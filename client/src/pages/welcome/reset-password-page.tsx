// Chooses another password by a mailed link; all sessions of the account end.
import { Button, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { NewPassword } from '@/parts/new-password';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { Outcome } from './outcome';
import { useToken } from './use-token';
import { WelcomeFrame } from './welcome-frame';
import { welcomeWords } from './welcome-words';

const choosePassword = graphql(`
  mutation ResetPassword($input: ResetPasswordInput!) {
    resetPassword(input: $input) {
      user {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function Page() {
  const words = useWords(welcomeWords);
  const token = useToken();
  const choosing = useAct(choosePassword);
  const errorOf = useFieldErrors(choosing.refusals);
  const [isDone, setDone] = useState(false);
  const isUsedUp = choosing.refusals.some(({ code }) => code === 'LINK_INVALID');

  const choose = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const newPassword = String(new FormData(event.currentTarget).get('newPassword'));
    if (token && (await choosing.run({ input: { token, newPassword } }))) setDone(true);
  };

  if (isDone) {
    return (
      <WelcomeFrame title={words.resetTitle}>
        <Outcome of="done" title={words.resetDone} text={words.resetDoneText}>
          {/* Loaded anew: somebody who was signed in here is not any more. */}
          <Button component="a" href="/sign-in">
            {words.signIn}
          </Button>
        </Outcome>
      </WelcomeFrame>
    );
  }
  if (token === null || isUsedUp) {
    return (
      <WelcomeFrame title={words.resetTitle}>
        <Refusals of={choosing.refusals} />
        <Outcome of="broken" title={words.noToken} text={words.noTokenText}>
          <Button component={Link} to="/forgot-password">
            {words.askAgain}
          </Button>
        </Outcome>
      </WelcomeFrame>
    );
  }
  return (
    <WelcomeFrame title={words.resetTitle} lead={words.resetLead}>
      <form onSubmit={choose}>
        <Stack>
          <Refusals of={choosing.refusals} fields={['newPassword']} />
          <NewPassword name="newPassword" label={words.newPassword} error={errorOf('newPassword')} />
          <Button type="submit" size="md" loading={choosing.isBusy}>
            {words.savePassword}
          </Button>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
