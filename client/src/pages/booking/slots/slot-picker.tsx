// Picks a free time of a coach: seven days at a time, on the viewer's clock or on the coach's. Loads what it shows.
import { useQuery } from '@apollo/client/react';
import { ActionIcon, Group, SegmentedControl, Skeleton, Stack, Text } from '@mantine/core';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useToday } from '@/parts/use-today';
import { addDays, clocksDiffer, type Day, daysFrom, startOfDay, zoneName } from '@/parts/zoned-time';
import { Answer } from '@/ui/answer';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { freeSlots } from './free-slots';
import { NoSlots } from './no-slots';
import { SlotGrid } from './slot-grid';
import { slotWords } from './slot-words';
import { type Slot, slotsByDay } from './slots-by-day';

const SHOWN_DAYS = 7;

interface SlotPickerProps {
  readonly coachId: string;
  readonly coachZone: string;
  readonly offeringId: string;
  readonly horizonDays: number;
  readonly onChoose: (slot: Slot) => void;
}

export function SlotPicker({ coachId, coachZone, offeringId, horizonDays, onChoose }: SlotPickerProps) {
  const words = useWords(slotWords);
  const formats = useFormats();
  const own = ownTimeZone();
  const [zone, setZone] = useState(own);
  const today = useToday(zone);
  const [wanted, setWanted] = useState<Day | null>(null);
  const first = wanted && wanted > today ? wanted : today;
  const from = startOfDay(first, zone);
  const to = startOfDay(addDays(first, SHOWN_DAYS), zone);
  const result = useQuery(freeSlots, {
    variables: { coachId, offeringId, from: from.toISOString(), to: to.toISOString() },
    // Others book meanwhile: what was seen before is shown, and asked for again each time.
    nextFetchPolicy: 'cache-and-network',
  });
  const data = result.data ?? result.previousData;
  const isDifferent = clocksDiffer(own, coachZone, [from, to]);
  const days = daysFrom(first, SHOWN_DAYS);
  const range = `${formats.day(startOfDay(first, zone), zone)} – ${formats.day(startOfDay(days.at(-1) ?? first, zone), zone)}`;

  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.earlier}
            disabled={first <= today}
            onClick={() => setWanted(addDays(first, -SHOWN_DAYS))}
          >
            <ChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            size="lg"
            aria-label={words.later}
            disabled={addDays(first, SHOWN_DAYS) > addDays(today, horizonDays)}
            onClick={() => setWanted(addDays(first, SHOWN_DAYS))}
          >
            <ChevronRight size={18} aria-hidden />
          </ActionIcon>
          <Text fw={600} size="sm" aria-live="polite">
            {range}
          </Text>
        </Group>
        {isDifferent ? (
          <SegmentedControl
            aria-label={words.zone}
            size="xs"
            value={zone === own ? 'own' : 'coach'}
            onChange={(value) => setZone(value === 'own' ? own : coachZone)}
            data={[
              { value: 'own', label: words.yours(zoneName(own)) },
              { value: 'coach', label: words.theirs(zoneName(coachZone)) },
            ]}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {words.sameZone(zoneName(own))}
          </Text>
        )}
      </Group>
      <Answer of={{ ...result, data }} skeleton={<Skeleton height={280} radius="md" />}>
        {({ coach }) => {
          const slots = coach?.slots ?? [];
          if (slots.length === 0 && !result.loading) {
            return <NoSlots coachId={coachId} offeringId={offeringId} after={to} zone={zone} onFound={setWanted} />;
          }
          return (
            <SlotGrid
              days={slotsByDay(slots, days, zone)}
              zone={zone}
              otherZone={isDifferent ? (zone === own ? coachZone : own) : null}
              isStale={!result.data}
              onChoose={onChoose}
            />
          );
        }}
      </Answer>
    </Stack>
  );
}
