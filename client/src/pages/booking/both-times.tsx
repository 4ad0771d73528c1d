// When something is: on the viewer's clock, and on the coach's where that shows something else.
import { Text } from '@mantine/core';
import { clocksDiffer, dayOf, zoneName } from '@/parts/zoned-time';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { appointmentWords } from './appointment-words';

interface BothTimesProps {
  readonly startsAt: string;
  readonly endsAt: string;
  /** Null when it is not known: the users' part of the graph does not answer. */
  readonly coachZone: string | null | undefined;
  readonly size?: 'sm' | 'md';
}

export function BothTimes({ startsAt, endsAt, coachZone, size = 'md' }: BothTimesProps) {
  const words = useWords(appointmentWords);
  const { day, time } = useFormats();
  const own = ownTimeZone();
  const isOther = coachZone != null && clocksDiffer(own, coachZone, [new Date(startsAt)]);
  const isOtherDay = isOther && dayOf(startsAt, own) !== dayOf(startsAt, coachZone);
  const range = (zone: string) => `${time(startsAt, zone)} – ${time(endsAt, zone)}`;
  return (
    <div>
      <Text fw={600} size={size}>
        <time dateTime={startsAt}>
          {day(startsAt, own)}, {range(own)}
        </time>
      </Text>
      {isOther && (
        <Text size="sm" c="dimmed">
          {words.there(
            isOtherDay ? `${day(startsAt, coachZone)}, ${range(coachZone)}` : range(coachZone),
            zoneName(coachZone),
          )}
        </Text>
      )}
    </div>
  );
}
