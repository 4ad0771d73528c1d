// Asks for a link to choose another password. The answer is the same whether there is an account or not.
import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { Outcome } from './outcome';
import { WelcomeFrame } from './welcome-frame';
import { welcomeWords } from './welcome-words';

const askForLink = graphql(`
  mutation RequestPasswordReset($input: RequestPasswordResetInput!) {
    requestPasswordReset(input: $input) {
      isRequested
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function Page() {
  const words = useWords(welcomeWords);
  const asking = useAct(askForLink);
  const errorOf = useFieldErrors(asking.refusals);
  const [sentTo, setSentTo] = useState<string | null>(null);

  const ask = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('email'));
    if (await asking.run({ input: { email } })) setSentTo(email);
  };

  if (sentTo !== null) {
    return (
      <WelcomeFrame title={words.forgotTitle}>
        <Outcome of="mailed" title={words.linkSent} text={words.linkSentText(sentTo)}>
          <Button variant="default" onClick={() => setSentTo(null)}>
            {words.otherAddress}
          </Button>
        </Outcome>
      </WelcomeFrame>
    );
  }
  return (
    <WelcomeFrame title={words.forgotTitle} lead={words.forgotLead}>
      <form onSubmit={ask}>
        <Stack>
          <Refusals of={asking.refusals} fields={['email']} />
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            required
            label={words.email}
            error={errorOf('email')}
          />
          <Button type="submit" size="md" loading={asking.isBusy}>
            {words.sendLink}
          </Button>
          <Anchor component={Link} to="/sign-in" size="sm" ta="center">
            {words.backToSignIn}
          </Anchor>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
