// Which acts a page offers for an appointment; the server decides the same by itself.
import type { AppointmentFacts_AppointmentFragment } from '@/graph/generated/graphql';

export type Facts = Pick<AppointmentFacts_AppointmentFragment, 'status' | 'startsAt' | 'endsAt'> & {
  readonly coach: { readonly id: string } | null;
  readonly client: { readonly id: string } | null;
};

interface Asker {
  readonly id: string;
  readonly coach: { readonly id: string } | null;
}

export type Act = 'answer' | 'pay' | 'reschedule' | 'cancel' | 'complete';

export const isCoachOf = ({ coach }: Pick<Facts, 'coach'>, viewer: Asker): boolean =>
  viewer.coach !== null && coach?.id === viewer.coach.id;

export function whatCanBeDone(facts: Facts, viewer: Asker, now: number): readonly Act[] {
  const hasBegun = Date.parse(facts.startsAt) <= now;
  const asCoach = isCoachOf(facts, viewer);
  switch (facts.status) {
    case 'REQUESTED':
      return hasBegun ? [] : [...(asCoach ? (['answer'] as const) : []), 'reschedule', 'cancel'];
    case 'HELD':
      return asCoach ? [] : ['pay', ...(hasBegun ? [] : (['cancel'] as const))];
    case 'CONFIRMED':
      return hasBegun ? (asCoach ? ['complete'] : []) : ['reschedule', 'cancel'];
    default:
      return [];
  }
}
