// For a coach: the weekly hours, the dates that differ, and what can be booked.
import { useQuery } from '@apollo/client/react';
import { Button, Stack } from '@mantine/core';
import { CalendarDays, Sparkles, UserRound } from 'lucide-react';
import { Link } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import { Answer, Lines } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { Offerings } from './schedule/offerings';
import classes from './schedule/schedule.module.css';
import { scheduleFragment } from './schedule/schedule-fragment';
import { SpecialDates } from './schedule/special-dates';
import { WeeklyHours } from './schedule/weekly-hours';
import { scheduleWords } from './schedule-words';

const scheduleQuery = graphql(`
  query CoachSchedule {
    me {
      id
      coach {
        id
        standing
        schedule {
          ...ScheduleHours_schedule
        }
        ...Offerings_coach
      }
    }
  }
`);

export function Page() {
  const words = useWords(scheduleWords);
  const result = useQuery(scheduleQuery);
  return (
    <Frame
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <Button
            component={Link}
            to="/planning"
            variant="default"
            leftSection={<CalendarDays size={16} aria-hidden />}
          >
            {words.back}
          </Button>
          {result.data?.me?.coach && (
            <Button
              component={Link}
              to={`/coaches/${result.data.me.coach.id}`}
              variant="default"
              leftSection={<UserRound size={16} aria-hidden />}
            >
              {words.profile}
            </Button>
          )}
        </>
      }
    >
      <Answer of={result} skeleton={<Lines count={2} height={280} />}>
        {({ me }) => {
          const coach = me?.coach;
          if (coach?.standing !== 'APPROVED') {
            return <Empty icon={Sparkles} title={words.notCoach} text={words.notCoachText} />;
          }
          const schedule = unmask(scheduleFragment, coach.schedule);
          return (
            <div className={classes['columns']}>
              <Offerings coach={coach} />
              {schedule && (
                <Stack>
                  <WeeklyHours coachId={coach.id} schedule={schedule} />
                  <SpecialDates coachId={coach.id} schedule={schedule} />
                </Stack>
              )}
            </div>
          );
        }}
      </Answer>
    </Frame>
  );
}
