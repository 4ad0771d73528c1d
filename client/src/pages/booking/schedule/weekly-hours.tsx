// The weekly hours of a coach and the zone they are in: changed together, saved as a whole.
import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { zoneName } from '@/parts/zoned-time';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { scheduleWords } from '../schedule-words';
import classes from './schedule.module.css';
import { keepSchedule, type Schedule } from './schedule-fragment';
import { StretchFields } from './stretch-fields';
import { problemOf, toRules, toWeek, WEEKDAYS } from './stretches';

const setWeeklyRules = graphql(`
  mutation SetWeeklyRules($input: SetWeeklyRulesInput!) {
    setWeeklyRules(input: $input) {
      userErrors {
        ...Refusal
      }
      schedule {
        ...ScheduleHours_schedule
      }
    }
  }
`);

export function WeeklyHours({ coachId, schedule }: { readonly coachId: string; readonly schedule: Schedule }) {
  const words = useWords(scheduleWords);
  const [week, setWeek] = useState(() => toWeek(schedule.weeklyRules));
  const [timeZone, setTimeZone] = useState(schedule.timeZone);
  const act = useAct(setWeeklyRules);
  const zones = useMemo(
    () => [...new Set([schedule.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort(),
    [schedule.timeZone],
  );
  const isWrong = WEEKDAYS.some((day) => problemOf(week[day]) !== null);

  const save = async (event: FormEvent) => {
    event.preventDefault();
    const data = await act.run(
      { input: { rules: toRules(week), timeZone } },
      { update: (cache, { data: done }) => keepSchedule(cache, coachId, done?.setWeeklyRules.schedule) },
    );
    if (data) said(words.saved);
  };

  return (
    <Card as="section" aria-labelledby="week">
      <form onSubmit={save}>
        <Stack>
          <div>
            <Title order={2} size="h4" id="week">
              {words.week}
            </Title>
            <Text size="sm" c="dimmed">
              {words.weekLead(zoneName(timeZone))}
            </Text>
          </div>
          <Select
            label={words.zone}
            data={zones}
            value={timeZone}
            onChange={(zone) => zone && setTimeZone(zone)}
            searchable
            allowDeselect={false}
            maw={320}
          />
          <ul className={classes['week']}>
            {WEEKDAYS.map((day) => (
              <li key={day} className={classes['weekday']}>
                <Text fw={600} className={classes['dayName'] ?? ''}>
                  {words.days[day]}
                </Text>
                <StretchFields
                  of={words.days[day]}
                  stretches={week[day]}
                  onChange={(stretches) => setWeek({ ...week, [day]: stretches })}
                />
              </li>
            ))}
          </ul>
          <Refusals of={act.refusals} />
          <Group>
            <Button type="submit" loading={act.isBusy} disabled={isWrong}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
