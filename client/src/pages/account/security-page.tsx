// The password, and where the person is signed in.
import { useQuery } from '@apollo/client/react';
import { graphql } from '@/graph/generated';
import { useRefetchOnReturn } from '@/parts/use-refetch-on-return';
import { Answer, Lines } from '@/ui/answer';
import { AccountFrame } from './account-frame';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';

const sessionsQuery = graphql(`
  query OwnSessions {
    me {
      id
      sessions {
        id
        ...SessionRow_session
      }
    }
  }
`);

export function Page() {
  // Nothing tells of a sign-in elsewhere.
  const asked = useQuery(sessionsQuery);
  useRefetchOnReturn(asked.refetch);
  return (
    <AccountFrame section="security">
      <PasswordForm />
      <Answer of={asked} skeleton={<Lines count={3} height={64} />}>
        {({ me }) => me?.sessions && <SessionList viewerId={me.id} sessions={me.sessions} />}
      </Answer>
    </AccountFrame>
  );
}
