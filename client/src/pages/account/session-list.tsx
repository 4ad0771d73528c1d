// Where the person is signed in: each session can be ended, or all but this one. An ended one leaves the list at once.
import { Button, Text } from '@mantine/core';
import { type FragmentType, graphql } from '@/graph/generated';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import classes from './rows.module.css';
import { Section } from './section';
import { securityWords } from './security-words';
import { SessionRow, type sessionFragment } from './session-row';

const revokeSession = graphql(`
  mutation RevokeSession($input: RevokeSessionInput!) {
    revokeSession(input: $input) {
      endedSessionId
      userErrors {
        ...Refusal
      }
    }
  }
`);

const revokeOthers = graphql(`
  mutation RevokeOtherSessions {
    revokeOtherSessions {
      sessions {
        id
        ...SessionRow_session
      }
      userErrors {
        ...Refusal
      }
    }
  }
`);

interface SessionListProps {
  readonly viewerId: string;
  readonly sessions: readonly ({ readonly id: string } & FragmentType<typeof sessionFragment>)[];
}

export function SessionList({ viewerId, sessions }: SessionListProps) {
  const words = useWords(securityWords);
  const one = useAct(revokeSession);
  const others = useAct(revokeOthers);
  const [dialog, confirm] = useConfirm();
  const isAlone = sessions.length <= 1;

  const end = async (sessionId: string) => {
    const done = await one.run(
      { input: { sessionId } },
      {
        optimisticResponse: { revokeSession: { endedSessionId: sessionId, userErrors: [] } },
        update: (cache, { data }) => {
          const ended = data?.revokeSession.endedSessionId;
          if (ended) cache.evict({ id: cache.identify({ __typename: 'Session', id: ended }) ?? '' });
        },
      },
    );
    if (done) said(words.ended);
  };
  const endOthers = async () => {
    if (!(await confirm({ title: words.endOthersTitle, text: words.endOthersText, yes: words.endOthers }))) return;
    const done = await others.run(
      {},
      {
        update: (cache, { data }) => {
          const left = data?.revokeOtherSessions.sessions;
          if (!left) return;
          cache.modify({
            id: cache.identify({ __typename: 'User', id: viewerId }) ?? '',
            fields: { sessions: (_, { toReference }) => left.map((session) => toReference(session) ?? null) },
          });
        },
      },
    );
    if (done) said(words.othersEnded);
  };

  return (
    <Section title={words.sessions} text={isAlone ? words.alone : words.sessionsText}>
      <Refusals of={[...one.refusals, ...others.refusals]} />
      <ul className={classes['rows']}>
        {sessions.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => void end(session.id)} />
        ))}
      </ul>
      {!isAlone && (
        <Text component="div">
          <Button variant="light" color="red" loading={others.isBusy} onClick={() => void endOthers()}>
            {words.endOthers}
          </Button>
        </Text>
      )}
      {dialog}
    </Section>
  );
}
