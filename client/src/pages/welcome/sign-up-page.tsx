// Making an account; it is signed in at once, and a mail asks to confirm the address.
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { NewPassword } from '@/parts/new-password';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { useEntering } from './use-entering';
import { WelcomeFrame } from './welcome-frame';
import { welcomeWords } from './welcome-words';

const LONGEST_NAME = 60;
const LONGEST_EMAIL = 254;

export function Page() {
  const words = useWords(welcomeWords);
  const locale = useLocale();
  const [search] = useSearchParams();
  const { send, isBusy, refusals } = useEntering('sign-up', { locale });
  const errorOf = useFieldErrors(refusals);
  return (
    <WelcomeFrame title={words.signUp} lead={words.signUpLead}>
      <form onSubmit={send}>
        <Stack>
          <Refusals of={refusals} fields={['displayName', 'email', 'password']} />
          <TextInput
            name="displayName"
            autoComplete="name"
            required
            maxLength={LONGEST_NAME}
            label={words.name}
            description={words.nameHint}
            error={errorOf('displayName')}
          />
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={LONGEST_EMAIL}
            label={words.email}
            description={words.emailHint}
            error={errorOf('email')}
          />
          <NewPassword name="password" label={words.password} error={errorOf('password')} />
          <Button type="submit" size="md" loading={isBusy}>
            {words.signUp}
          </Button>
          <Text size="sm" ta="center">
            {words.isKnown}{' '}
            <Anchor component={Link} to={`/sign-in${search.size > 0 ? `?${search}` : ''}`} inherit underline="always">
              {words.signIn}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
