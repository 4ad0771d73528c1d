// Follows the link that verifies an e-mail address, signed in or not.
import { Button, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { ResendLink } from '@/parts/resend-link';
import { useAct } from '@/parts/use-act';
import { useViewer } from '@/parts/viewer';
import { useRefusalText } from '@/words/refusals';
import { useWords } from '@/words/words';
import { Outcome } from './outcome';
import { useToken } from './use-token';
import { WelcomeFrame } from './welcome-frame';
import { welcomeWords } from './welcome-words';

const verify = graphql(`
  mutation VerifyEmail($input: VerifyEmailInput!) {
    verifyEmail(input: $input) {
      user {
        id
        isEmailVerified
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function Page() {
  const words = useWords(welcomeWords);
  const viewer = useViewer();
  const textOf = useRefusalText();
  const token = useToken();
  const verifying = useAct(verify);
  const [outcome, setOutcome] = useState<'asking' | 'done' | 'refused'>(token ? 'asking' : 'refused');
  // The token works once; React runs effects twice while developing.
  const isSent = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, with what the page was opened by
  useEffect(() => {
    if (!token || isSent.current) return;
    isSent.current = true;
    void verifying.run({ input: { token } }).then((data) => setOutcome(data ? 'done' : 'refused'));
  }, []);
  const [refusal] = verifying.refusals;

  return (
    <WelcomeFrame title={words.verifyTitle}>
      {outcome === 'asking' && (
        <Stack align="center" py="xl" role="status">
          <Loader aria-hidden />
          <Text>{words.verifying}</Text>
        </Stack>
      )}
      {outcome === 'done' && (
        <Outcome of="done" title={words.verified} text={words.verifiedText}>
          <Button component={Link} to={viewer ? '/' : '/sign-in'}>
            {viewer ? words.goOn : words.signIn}
          </Button>
        </Outcome>
      )}
      {outcome === 'refused' && (
        <Outcome
          of="broken"
          title={token ? words.notVerified : words.noToken}
          text={refusal ? textOf(refusal) : token ? undefined : words.noTokenText}
        >
          {viewer ? <ResendLink /> : <SignInToResend />}
        </Outcome>
      )}
    </WelcomeFrame>
  );
}

function SignInToResend() {
  const words = useWords(welcomeWords);
  return (
    <>
      <Text size="sm">{words.signInToResend}</Text>
      <Button component={Link} to="/sign-in?next=/account">
        {words.signIn}
      </Button>
    </>
  );
}
