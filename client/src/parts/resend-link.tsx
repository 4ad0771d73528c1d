// Has another link mailed that verifies the viewer's address.
import { Button, Stack } from '@mantine/core';
import { graphql } from '@/graph/generated';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { inBoth, useWords } from '@/words/words';
import { useAct } from './use-act';

const askForLink = graphql(`
  mutation RequestEmailVerification {
    requestEmailVerification {
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

const resendWords = inBoth({
  en: { resend: 'Send another link', resent: 'A new link is on its way to your mailbox.' },
  fr: { resend: 'Envoyer un autre lien', resent: 'Un nouveau lien arrive dans votre boîte.' },
});

export function ResendLink() {
  const words = useWords(resendWords);
  const asking = useAct(askForLink);
  const send = async () => {
    if (await asking.run({})) said(words.resent);
  };
  return (
    <Stack gap="xs" align="flex-start">
      <Button variant="light" size="compact-md" loading={asking.isBusy} onClick={() => void send()}>
        {words.resend}
      </Button>
      <Refusals of={asking.refusals} />
    </Stack>
  );
}
