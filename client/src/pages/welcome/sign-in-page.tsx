// Signing in.
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { Link, useSearchParams } from 'react-router';
import { Notice } from '@/ui/notice';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { useEntering } from './use-entering';
import { WelcomeFrame } from './welcome-frame';
import { welcomeWords } from './welcome-words';

export function Page() {
  const words = useWords(welcomeWords);
  const [search] = useSearchParams();
  const { send, isBusy, refusals } = useEntering('sign-in');
  const isEnded = search.get('because') === 'ended';
  return (
    <WelcomeFrame title={words.signIn} lead={words.signInLead}>
      {isEnded && <Notice text={words.ended} />}
      {!isEnded && search.has('next') && <Notice text={words.next} />}
      <form onSubmit={send}>
        <Stack>
          <Refusals of={refusals} />
          <TextInput name="email" type="email" autoComplete="email" required label={words.email} />
          <PasswordInput
            name="password"
            autoComplete="current-password"
            required
            label={words.password}
            visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
          />
          <Anchor component={Link} to="/forgot-password" size="sm">
            {words.forgot}
          </Anchor>
          <Button type="submit" size="md" loading={isBusy}>
            {words.signIn}
          </Button>
          <Text size="sm" ta="center">
            {words.isNew}{' '}
            <Anchor component={Link} to={`/sign-up${search.size > 0 ? `?${search}` : ''}`} inherit underline="always">
              {words.signUp}
            </Anchor>
          </Text>
        </Stack>
      </form>
    </WelcomeFrame>
  );
}
