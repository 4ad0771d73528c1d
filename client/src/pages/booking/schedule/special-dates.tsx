// Dates that do not follow the week: days off, and days with hours of their own.
import { ActionIcon, Button, Group, Stack, Switch, Text, TextInput, Title } from '@mantine/core';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { graphql } from '@/graph/generated';
import { useAct } from '@/parts/use-act';
import { dayOf, noonOf } from '@/parts/zoned-time';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { scheduleWords } from '../schedule-words';
import classes from './schedule.module.css';
import { keepSchedule, type Schedule } from './schedule-fragment';
import { StretchFields } from './stretch-fields';
import { problemOf, type Stretch, toHours } from './stretches';

const setScheduleOverride = graphql(`
  mutation SetScheduleOverride($input: SetScheduleOverrideInput!) {
    setScheduleOverride(input: $input) {
      userErrors {
        ...Refusal
      }
      schedule {
        ...ScheduleHours_schedule
      }
    }
  }
`);

const removeScheduleOverride = graphql(`
  mutation RemoveScheduleOverride($input: RemoveScheduleOverrideInput!) {
    removeScheduleOverride(input: $input) {
      userErrors {
        ...Refusal
      }
      schedule {
        ...ScheduleHours_schedule
      }
    }
  }
`);

const MORNING: readonly Stretch[] = [{ key: 'first', startTime: '09:00', endTime: '12:00' }];

export function SpecialDates({ coachId, schedule }: { readonly coachId: string; readonly schedule: Schedule }) {
  const words = useWords(scheduleWords);
  const { day: writeDay, list } = useFormats();
  const set = useAct(setScheduleOverride);
  const remove = useAct(removeScheduleOverride);
  const [date, setDate] = useState('');
  const [isOff, setOff] = useState(true);
  const [stretches, setStretches] = useState(MORNING);
  const name = (day: string) => writeDay(noonOf(day), 'UTC');

  const add = async (event: FormEvent) => {
    event.preventDefault();
    const done = await set.run(
      { input: { date, hours: isOff ? [] : toHours(stretches) } },
      { update: (cache, { data }) => keepSchedule(cache, coachId, data?.setScheduleOverride.schedule) },
    );
    if (done) setDate('');
  };
  const forget = (day: string) =>
    remove.run(
      { input: { date: day } },
      { update: (cache, { data }) => keepSchedule(cache, coachId, data?.removeScheduleOverride.schedule) },
    );

  return (
    <Card as="section" aria-labelledby="dates">
      <Stack>
        <div>
          <Title order={2} size="h4" id="dates">
            {words.dates}
          </Title>
          <Text size="sm" c="dimmed">
            {words.datesLead}
          </Text>
        </div>
        {schedule.overrides.length === 0 && <Text c="dimmed">{words.noDates}</Text>}
        <ul className={classes['plain']}>
          {schedule.overrides.map(({ date: day, hours }) => (
            <li key={day}>
              <Group justify="space-between" wrap="nowrap">
                <div>
                  <Text fw={600} className={classes['dayName'] ?? ''}>
                    {name(day)}
                  </Text>
                  <Text size="sm" c="dimmed">
                    {hours.length === 0
                      ? words.dayOff
                      : list(hours.map(({ startTime, endTime }) => `${startTime} – ${endTime}`))}
                  </Text>
                </div>
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="lg"
                  aria-label={words.forget(name(day))}
                  loading={remove.isBusy}
                  onClick={() => void forget(day)}
                >
                  <X size={16} aria-hidden />
                </ActionIcon>
              </Group>
            </li>
          ))}
        </ul>
        <form onSubmit={add}>
          <Stack gap="sm">
            <TextInput
              type="date"
              label={words.date}
              required
              min={dayOf(new Date(), schedule.timeZone)}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
              maw={220}
            />
            <Switch
              label={words.dayOff}
              checked={isOff}
              onChange={({ currentTarget }) => setOff(currentTarget.checked)}
            />
            {!isOff && <StretchFields of={words.date} stretches={stretches} onChange={setStretches} />}
            <Refusals of={[...set.refusals, ...remove.refusals]} />
            <Group>
              <Button
                type="submit"
                variant="default"
                loading={set.isBusy}
                disabled={!isOff && (stretches.length === 0 || problemOf(stretches) !== null)}
              >
                {words.saveDate}
              </Button>
            </Group>
          </Stack>
        </form>
      </Stack>
    </Card>
  );
}
