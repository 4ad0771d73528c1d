// What others see of the person. When it was changed elsewhere meanwhile, nothing typed is lost: the person chooses.
import { Alert, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { ProfileForm_UserFragment } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { setLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';

const fragment = graphql(`
  fragment ProfileForm_user on User {
    id
    version
    displayName
    bio
    locale
  }
`);

const updateProfile = graphql(`
  mutation UpdateProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) {
      user {
        ...ProfileForm_user
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface ProfileFormProps {
  readonly user: FragmentType<typeof fragment>;
  /** Asks the server what is saved now. */
  readonly reload: () => Promise<FragmentType<typeof fragment> | null>;
}

const draftOf = ({ displayName, bio, locale }: ProfileForm_UserFragment) => ({ displayName, bio, locale });

export function ProfileForm({ user, reload }: ProfileFormProps) {
  const words = useWords(accountWords);
  const saved = unmask(fragment, user);
  const [draft, setDraft] = useState(() => draftOf(saved));
  // What the person began from: not what the cache learns meanwhile.
  const [version, setVersion] = useState(saved.version);
  const saving = useAct(updateProfile);
  const errorOf = useFieldErrors(saving.refusals);
  const isConflict = saving.refusals.some(({ code }) => code === 'CONFLICT');

  const save = async (expectedVersion: number) => {
    const data = await saving.run({ input: { expectedVersion, ...draft } });
    if (!data) return void (await reload());
    const now = unmask(fragment, data.updateProfile.user);
    if (now) setVersion(now.version);
    setLocale(draft.locale === 'fr' ? 'fr' : 'en');
    said(words.saved);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(version);
  };
  const takeTheirs = () => {
    setDraft(draftOf(saved));
    setVersion(saved.version);
    saving.reset();
  };

  return (
    <form onSubmit={submit}>
      <Stack>
        {isConflict ? (
          <Alert color="orange" role="alert" title={words.conflict}>
            <Text size="sm">{words.theirs(saved.displayName)}</Text>
            <Group mt="sm">
              <Button size="compact-md" loading={saving.isBusy} onClick={() => void save(saved.version)}>
                {words.keepMine}
              </Button>
              <Button size="compact-md" variant="default" onClick={takeTheirs}>
                {words.takeTheirs}
              </Button>
            </Group>
          </Alert>
        ) : (
          <Refusals of={saving.refusals} fields={['displayName', 'bio', 'locale']} />
        )}
        <TextInput
          label={words.name}
          description={words.nameHint}
          required
          maxLength={60}
          autoComplete="name"
          value={draft.displayName}
          onChange={({ currentTarget: { value } }) => setDraft((known) => ({ ...known, displayName: value }))}
          error={errorOf('displayName')}
        />
        <Textarea
          label={words.bio}
          description={words.bioHint}
          maxLength={500}
          autosize
          minRows={3}
          value={draft.bio}
          onChange={({ currentTarget: { value } }) => setDraft((known) => ({ ...known, bio: value }))}
          error={errorOf('bio')}
        />
        <Select
          label={words.language}
          description={words.languageHint}
          data={Object.entries(words.languages).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          value={draft.locale}
          onChange={(locale) => locale && setDraft((known) => ({ ...known, locale }))}
          error={errorOf('locale')}
        />
        <Button type="submit" loading={saving.isBusy} style={{ alignSelf: 'flex-start' }}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
