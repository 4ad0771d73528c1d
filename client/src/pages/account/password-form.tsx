// Another password, for somebody who knows the present one.
import { Button, PasswordInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { graphql } from '@/graph/generated';
import { NewPassword } from '@/parts/new-password';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { Section } from './section';
import { securityWords } from './security-words';

const changePassword = graphql(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) {
      user {
        id
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function PasswordForm() {
  const words = useWords(securityWords);
  const changing = useAct(changePassword);
  const errorOf = useFieldErrors(changing.refusals);
  // Both fields are new, and empty, after each change.
  const [round, setRound] = useState(0);

  const change = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const input = {
      currentPassword: String(form.get('currentPassword')),
      newPassword: String(form.get('newPassword')),
    };
    const done = await changing.run(
      { input },
      {
        update(cache, { data }) {
          const id = cache.identify({ __typename: 'User', id: data?.changePassword.user?.id });
          if (!id) return;
          cache.modify<{ sessions: readonly { readonly __ref: string }[] }>({
            id,
            fields: {
              sessions: (known, { readField }) =>
                known.filter((session) => readField('isCurrent', session as never) === true),
            },
          });
        },
      },
    );
    if (!done) return;
    setRound((count) => count + 1);
    said(words.changed);
  };

  return (
    <Section title={words.password} text={words.passwordText}>
      <form onSubmit={change} key={round}>
        <Stack>
          <Refusals of={changing.refusals} fields={['currentPassword', 'newPassword']} />
          <PasswordInput
            name="currentPassword"
            label={words.current}
            autoComplete="current-password"
            required
            visibilityToggleButtonProps={{ 'aria-label': words.showPassword }}
            error={errorOf('currentPassword')}
          />
          <NewPassword name="newPassword" label={words.next} error={errorOf('newPassword')} />
          <Button type="submit" loading={changing.isBusy} style={{ alignSelf: 'flex-start' }}>
            {words.change}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
