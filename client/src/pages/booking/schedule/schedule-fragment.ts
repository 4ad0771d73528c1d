// When a coach works. It has no id of its own: an answer that changes it is written into its coach.
import type { ApolloCache } from '@apollo/client';
import { type FragmentType, graphql } from '@/graph/generated';
import type { ScheduleHours_ScheduleFragment } from '@/graph/generated/graphql';

export const scheduleFragment = graphql(`
  fragment ScheduleHours_schedule on CoachSchedule {
    timeZone
    weeklyRules {
      weekday
      startTime
      endTime
    }
    overrides {
      date
      hours {
        startTime
        endTime
      }
    }
  }
`);

const inCoach = graphql(`
  fragment ScheduleOf_coach on Coach {
    id
    schedule {
      ...ScheduleHours_schedule
    }
  }
`);

export type Schedule = ScheduleHours_ScheduleFragment;

export function keepSchedule(
  cache: ApolloCache,
  coachId: string,
  schedule: FragmentType<typeof scheduleFragment> | null | undefined,
): void {
  if (!schedule) return;
  const data = { __typename: 'Coach' as const, id: coachId, schedule };
  cache.writeFragment({ fragment: inCoach, fragmentName: 'ScheduleOf_coach', data: data as never });
}
