// The picture that stands for the person: uploaded, then chosen.
import { Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Avatar } from '@/parts/avatar';
import { UploadField } from '@/parts/upload-field';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { accountWords } from './account-words';
import { Section } from './section';

const fragment = graphql(`
  fragment AvatarSection_user on User {
    id
    ...Avatar_user
  }
`);

const setAvatar = graphql(`
  mutation SetAvatar($input: SetAvatarInput!) {
    setAvatar(input: $input) {
      media {
        id
        variants {
          name
          url
        }
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

export function AvatarSection({ user }: { readonly user: FragmentType<typeof fragment> }) {
  const words = useWords(accountWords);
  const person = unmask(fragment, user);
  const choosing = useAct(setAvatar);
  // A field that is new after each picture, so that the same file can be chosen again.
  const [round, setRound] = useState(0);

  const choose = async (mediaId: string) => {
    const done = await choosing.run(
      { input: { mediaId } },
      {
        update(cache, { data }) {
          const id = cache.identify({ __typename: 'User', id: person.id });
          const media = data?.setAvatar.media;
          if (!id || !media) return;
          cache.modify({
            id,
            fields: { avatar: (_, { toReference }) => toReference(media as { id: string }) ?? null },
          });
        },
      },
    );
    setRound((count) => count + 1);
    if (done) said(words.pictureSaved);
  };

  return (
    <Section title={words.picture} text={words.pictureText}>
      <Group align="center" gap="lg">
        <Avatar user={person} size={96} />
        <div style={{ flex: '1 1 14rem', minInlineSize: 0 }}>
          <UploadField
            key={round}
            label={words.pictureField}
            purpose="AVATAR"
            onDone={(mediaId) => void choose(mediaId)}
          />
          {choosing.isBusy && (
            <Text size="sm" c="dimmed" role="status">
              {words.pictureWorking}
            </Text>
          )}
        </div>
      </Group>
      <Refusals of={choosing.refusals} />
    </Section>
  );
}
