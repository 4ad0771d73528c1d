// A week without a free time: says so, and leads to the next that has one.
import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { CalendarX2 } from 'lucide-react';
import { useState } from 'react';
import { readFailure } from '@/graph/failure';
import { type Day, dayOf } from '@/parts/zoned-time';
import { Empty } from '@/ui/empty';
import { failed } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { freeSlots } from './free-slots';
import { slotWords } from './slot-words';

/** As far as the graph looks at once. */
const LOOK_AHEAD_MS = 62 * 86_400_000;

interface NoSlotsProps {
  readonly coachId: string;
  readonly offeringId: string;
  readonly after: Date;
  readonly zone: string;
  readonly onFound: (day: Day) => void;
}

export function NoSlots({ coachId, offeringId, after, zone, onFound }: NoSlotsProps) {
  const words = useWords(slotWords);
  const client = useApolloClient();
  const [isBusy, setBusy] = useState(false);
  const [isNone, setNone] = useState(false);

  const look = async () => {
    setBusy(true);
    try {
      const { data, error } = await client.query({
        query: freeSlots,
        variables: {
          coachId,
          offeringId,
          from: after.toISOString(),
          to: new Date(after.getTime() + LOOK_AHEAD_MS).toISOString(),
        },
        fetchPolicy: 'no-cache',
      });
      if (error) return failed(readFailure(error));
      const first = data?.coach?.slots?.[0];
      if (first) onFound(dayOf(first.startsAt, zone));
      else setNone(true);
    } catch (error) {
      failed(readFailure(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Empty icon={CalendarX2} title={words.noneTitle} text={isNone ? words.noneAtAll : words.noneText}>
      {!isNone && (
        <Button variant="light" loading={isBusy} onClick={() => void look()}>
          {words.next}
        </Button>
      )}
    </Empty>
  );
}
