// Signing in.
import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readFailure } from '@/graph/failure';
import { enter, type Refusal } from '@/graph/session';
import { Card } from '@/ui/card';
import { Page as Frame } from '@/ui/page';
import { Refusals } from '@/ui/refusals';
import { failed } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { ownPath } from './own-path';
import { welcomeWords } from './welcome-words';

export function Page() {
  const words = useWords(welcomeWords);
  const [search] = useSearchParams();
  const [isBusy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);

  const signIn = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    try {
      const refused = await enter('sign-in', {
        email: String(form.get('email')),
        password: String(form.get('password')),
      });
      setRefusals(refused);
      // Loaded anew: nothing that a guest has seen stays in memory.
      if (refused.length === 0) location.assign(ownPath(search.get('next')));
    } catch (error) {
      failed(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Frame title={words.signIn} width="narrow">
      <Card>
        <form onSubmit={signIn}>
          <Stack>
            <Refusals of={refusals} />
            <TextInput name="email" type="email" autoComplete="email" required label={words.email} />
            <PasswordInput name="password" autoComplete="current-password" required label={words.password} />
            <Button type="submit" loading={isBusy}>
              {words.signIn}
            </Button>
          </Stack>
        </form>
      </Card>
    </Frame>
  );
}
