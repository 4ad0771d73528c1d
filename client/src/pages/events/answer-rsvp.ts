// What an answer will most likely become, to be shown before the server has said it.
import type { RsvpAnswer, RsvpStatus } from '@/graph/generated/graphql';

export interface Standing {
  readonly viewerRsvp: RsvpStatus | null;
  readonly viewerSeatOfferedUntil: string | null;
  readonly capacity: number | null;
  readonly goingCount: number;
  readonly waitlistCount: number;
}

type Answered = Pick<Standing, 'viewerSeatOfferedUntil' | 'goingCount' | 'waitlistCount'> & {
  readonly viewerRsvp: RsvpStatus;
};

/** Whoever wants a seat has one when one is free and nobody waits; else they wait, too. */
export function answerRsvp(standing: Standing, answer: RsvpAnswer): Answered {
  const { viewerRsvp: before, capacity, goingCount, waitlistCount } = standing;
  const isFree = capacity === null || (goingCount < capacity && waitlistCount === 0);
  const keeps = before === 'GOING' || before === 'WAITLISTED';
  const viewerRsvp = answer !== 'GOING' ? answer : keeps ? before : isFree ? 'GOING' : 'WAITLISTED';
  const moved = (status: RsvpStatus) => Number(viewerRsvp === status) - Number(before === status);
  return {
    viewerRsvp,
    viewerSeatOfferedUntil: viewerRsvp === 'WAITLISTED' ? standing.viewerSeatOfferedUntil : null,
    goingCount: goingCount + moved('GOING'),
    waitlistCount: waitlistCount + moved('WAITLISTED'),
  };
}
