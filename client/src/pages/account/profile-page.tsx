// Who the person is: their picture, name and words, and whether their address is theirs.

import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Group, Stack, Text } from '@mantine/core';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { Link } from 'react-router';
import { graphql } from '@/graph/generated';
import { ResendLink } from '@/parts/resend-link';
import { useSignedIn } from '@/parts/viewer';
import { Answer, Lines } from '@/ui/answer';
import { useWords } from '@/words/words';
import { AccountFrame } from './account-frame';
import { accountWords } from './account-words';
import { AvatarSection } from './avatar-section';
import { ProfileForm } from './profile-form';
import { Section } from './section';

const profileQuery = graphql(`
  query OwnProfile {
    me {
      id
      email
      isEmailVerified
      ...ProfileForm_user
      ...AvatarSection_user
    }
  }
`);

export function Page() {
  const words = useWords(accountWords);
  const { id } = useSignedIn();
  const asked = useQuery(profileQuery);
  return (
    <AccountFrame section="profile">
      <Answer of={asked} skeleton={<Lines count={3} height={170} />}>
        {({ me }) =>
          me && (
            <>
              <AvatarSection user={me} />
              <Section title={words.profile}>
                <ProfileForm user={me} reload={async () => (await asked.refetch()).data?.me ?? null} />
                <Anchor component={Link} to={`/people/${id}`} size="sm">
                  {words.publicProfile}
                </Anchor>
              </Section>
              <Section title={words.email}>
                <Address email={me.email ?? ''} isVerified={me.isEmailVerified ?? false} />
              </Section>
            </>
          )
        }
      </Answer>
    </AccountFrame>
  );
}

function Address({ email, isVerified }: { readonly email: string; readonly isVerified: boolean }) {
  const words = useWords(accountWords);
  const Icon = isVerified ? CircleCheck : CircleAlert;
  return (
    <Stack gap="sm">
      <Group gap="sm">
        <Text style={{ overflowWrap: 'anywhere' }}>{email}</Text>
        <Badge
          variant="light"
          color={isVerified ? 'teal' : 'orange'}
          leftSection={<Icon size={13} aria-hidden />}
          tt="none"
        >
          {isVerified ? words.verified : words.unverified}
        </Badge>
      </Group>
      {!isVerified && (
        <>
          <Text size="sm" c="dimmed">
            {words.unverifiedText}
          </Text>
          <ResendLink />
        </>
      )}
    </Stack>
  );
}
