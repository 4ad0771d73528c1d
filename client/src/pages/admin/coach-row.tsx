// Somebody who coaches or wants to: what they say of themselves, and the decisions that are open.
import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { CoachDecision } from '@/graph/generated/graphql';
import { Ago } from '@/parts/ago';
import { PersonLink } from '@/parts/person-link';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import classes from './admin.module.css';
import { decisionsFrom } from './coach-standing';
import { coachWords } from './coach-words';
import { ReasonDialog } from './reason-dialog';

const fragment = graphql(`
  fragment CoachRow_coach on Coach {
    id
    headline
    bio
    timeZone
    standing
    decisionReason
    createdAt
    hourlyRate {
      amountMinor
      currency
    }
    specialties {
      id
      name
    }
    user {
      id
      displayName
      ...PersonLink_user
    }
  }
`);

const reviewCoach = graphql(`
  mutation ReviewCoach($input: ReviewCoachInput!) {
    reviewCoach(input: $input) {
      userErrors {
        ...Refusal
      }
      coach {
        id
        ...CoachRow_coach
      }
    }
  }
`);

const verbs = { APPROVED: 'approve', DECLINED: 'decline', WITHDRAWN: 'withdraw' } as const;

export function CoachRow({ coach: masked }: { readonly coach: FragmentType<typeof fragment> }) {
  const words = useWords(coachWords);
  const { money } = useFormats();
  const coach = unmask(fragment, masked);
  const act = useAct(reviewCoach);
  const [asked, setAsked] = useState<CoachDecision>('APPROVED');
  const [isOpen, setOpen] = useState(false);
  const name = coach.user?.displayName ?? words.somebody;
  const verb = verbs[asked];
  const ask = (decision: CoachDecision) => {
    act.reset();
    setAsked(decision);
    setOpen(true);
  };
  const decide = async (reason: string) => {
    if (await act.run({ input: { coachId: coach.id, decision: asked, reason } })) setOpen(false);
  };
  return (
    <Card as="li" aria-label={name}>
      <Stack gap="sm">
        <div className={classes['row']}>
          <PersonLink user={coach.user}>
            <Ago at={coach.createdAt} /> · {coach.timeZone} · {words.rate(money(coach.hourlyRate))}
          </PersonLink>
          <Group gap="xs">
            {(coach.standing ? decisionsFrom[coach.standing] : []).map((decision) => (
              <Button
                key={decision}
                size="compact-md"
                variant={decision === 'APPROVED' ? 'filled' : 'subtle'}
                {...(decision !== 'APPROVED' && { color: 'red' })}
                aria-label={words[`${verbs[decision]}Of`](name)}
                onClick={() => ask(decision)}
              >
                {words[verbs[decision]]}
              </Button>
            ))}
          </Group>
        </div>
        <Text fw={600}>{coach.headline}</Text>
        {coach.bio && (
          <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap' }}>
            {coach.bio}
          </Text>
        )}
        <Group gap={6}>
          {coach.specialties.map(({ id, name: field }) => (
            <Badge key={id} variant="light" color="teal">
              {field}
            </Badge>
          ))}
        </Group>
        {coach.decisionReason && (
          <Text size="sm">
            {words.decision}: {coach.decisionReason}
          </Text>
        )}
      </Stack>
      <ReasonDialog
        title={words[`${verb}Of`](name)}
        text={words[`${verb}Text`]}
        yes={words[verb]}
        isOpen={isOpen}
        isHarmful={asked !== 'APPROVED'}
        isBusy={act.isBusy}
        refusals={act.refusals}
        onClose={() => setOpen(false)}
        onGiven={(reason) => void decide(reason)}
      />
    </Card>
  );
}
