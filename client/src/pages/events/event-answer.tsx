// Whether the viewer comes: answered at once, put right when the server says otherwise.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Check, CircleHelp, X } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { RsvpAnswer, RsvpStatus } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { useSignedIn } from '@/parts/viewer';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { answerRsvp } from './answer-rsvp';
import { moveGuest } from './event-lists';
import { eventPageWords } from './event-page-words';
import { eventWords } from './event-words';
import { SeatOffer } from './seat-offer';

const fragment = graphql(`
  fragment EventAnswer_event on Event {
    id
    capacity
    viewerRsvp
    viewerSeatOfferedUntil
    goingCount
    waitlistCount
    participantCount
  }
`);

const rsvpEvent = graphql(`
  mutation RsvpEvent($input: RsvpEventInput!) {
    rsvpEvent(input: $input) {
      userErrors {
        ...Refusal
      }
      event {
        id
        viewerRsvp
        viewerSeatOfferedUntil
        goingCount
        waitlistCount
      }
    }
  }
`);

const answers = [
  { answer: 'GOING', icon: Check, color: 'teal.9', means: ['GOING', 'WAITLISTED'] },
  { answer: 'MAYBE', icon: CircleHelp, color: 'blue.9', means: ['MAYBE'] },
  { answer: 'DECLINED', icon: X, color: 'gray.7', means: ['DECLINED'] },
] as const satisfies readonly { answer: RsvpAnswer; means: readonly RsvpStatus[]; [more: string]: unknown }[];

interface EventAnswerProps {
  readonly event: FragmentType<typeof fragment>;
  /** Whether it is published and not over. */
  readonly isOpen: boolean;
}

export function EventAnswer({ event, isOpen }: EventAnswerProps) {
  const words = useWords(eventPageWords);
  const { going, seats, waiting, rsvp } = useWords(eventWords);
  const viewer = useSignedIn();
  const act = useAct(rsvpEvent);
  const found = unmask(fragment, event);
  const { id, capacity, goingCount, waitlistCount, viewerRsvp, viewerSeatOfferedUntil } = found;

  const say = (answer: RsvpAnswer) => {
    const soon = { __typename: 'Event' as const, id, ...answerRsvp(found, answer) };
    const optimisticResponse = {
      rsvpEvent: { __typename: 'RsvpEventPayload' as const, userErrors: [], event: soon },
    };
    return act.run(
      { input: { eventId: id, answer } },
      {
        optimisticResponse,
        update(cache, { data }) {
          const status = data?.rsvpEvent.event?.viewerRsvp;
          if (status) moveGuest(cache, id, viewer.id, status);
        },
      },
    );
  };

  return (
    <Card as="section" aria-labelledby="event-answer">
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h5" id="event-answer">
            {isOpen ? words.answer : viewerRsvp && rsvp[viewerRsvp]}
          </Title>
          <Text size="sm" c="dimmed" aria-live="polite">
            {capacity === null ? going(goingCount) : seats(goingCount, capacity)}
            {waitlistCount > 0 && ` · ${waiting(waitlistCount)}`}
          </Text>
        </Group>
        {isOpen && (
          <Group gap="xs" wrap="nowrap">
            {answers.map(({ answer, icon: Icon, color, means }) => {
              const isChosen = (means as readonly (RsvpStatus | null)[]).includes(viewerRsvp);
              return (
                <Button
                  key={answer}
                  flex="1 1 auto"
                  px="xs"
                  variant={isChosen ? 'filled' : 'default'}
                  {...(isChosen && { color })}
                  aria-pressed={isChosen}
                  leftSection={<Icon size={17} aria-hidden />}
                  onClick={() => void say(answer)}
                >
                  {words.answers[answer]}
                </Button>
              );
            })}
          </Group>
        )}
        <Refusals of={act.refusals} />
        {isOpen && viewerSeatOfferedUntil ? (
          <SeatOffer key={viewerSeatOfferedUntil} eventId={id} until={viewerSeatOfferedUntil} />
        ) : (
          isOpen && viewerRsvp === 'WAITLISTED' && <Text size="sm">{words.waiting}</Text>
        )}
      </Stack>
    </Card>
  );
}
