// How an event stands, and how the viewer stands towards it.
import { Badge } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { RsvpStatus } from '@/graph/generated/graphql';
import { useViewer } from '@/parts/viewer';
import { useWords } from '@/words/words';
import { eventWords } from './event-words';

const fragment = graphql(`
  fragment EventBadges_event on Event {
    id
    status
    startsAt
    endsAt
    viewerRsvp
    organiser {
      id
    }
  }
`);

const rsvpColors: Readonly<Record<RsvpStatus, string>> = {
  UNANSWERED: 'gray',
  GOING: 'teal',
  WAITLISTED: 'orange',
  MAYBE: 'blue',
  DECLINED: 'gray',
};

export function EventBadges({ event }: { readonly event: FragmentType<typeof fragment> }) {
  const words = useWords(eventWords);
  const viewer = useViewer();
  const { status, startsAt, endsAt, viewerRsvp, organiser } = unmask(fragment, event);
  const now = Date.now();
  const isOver = new Date(endsAt).getTime() <= now;
  const isNow = !isOver && new Date(startsAt).getTime() <= now;
  return (
    <>
      {status === 'DRAFT' && <Badge color="gray.7">{words.status.DRAFT}</Badge>}
      {status === 'CANCELLED' && <Badge color="red.8">{words.status.CANCELLED}</Badge>}
      {status === 'PUBLISHED' && isOver && <Badge color="gray.7">{words.over}</Badge>}
      {status === 'PUBLISHED' && isNow && <Badge color="teal.9">{words.now}</Badge>}
      {status === 'PUBLISHED' && viewerRsvp && (
        <Badge variant="light" color={rsvpColors[viewerRsvp]}>
          {words.rsvp[viewerRsvp]}
        </Badge>
      )}
      {organiser && organiser.id === viewer?.id && (
        <Badge variant="light" color="iris">
          {words.yours}
        </Badge>
      )}
    </>
  );
}
