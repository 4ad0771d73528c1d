// What a coach offers and when: an offer is chosen (kept in the address), then a time, then it is booked.
import { useApolloClient } from '@apollo/client/react';
import { Stack, Text, Title } from '@mantine/core';
import { CalendarX2 } from 'lucide-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Notice } from '@/ui/notice';
import { ownTimeZone, useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { BookDialog } from './book-dialog';
import { coachWords } from './coach-words';
import { OfferingChoice, offeringChoiceFragment } from './offering-choice';
import { freeSlots } from './slots/free-slots';
import { SlotPicker } from './slots/slot-picker';
import { slotWords } from './slots/slot-words';
import type { Slot } from './slots/slots-by-day';

const fragment = graphql(`
  fragment Booking_coach on Coach {
    id
    timeZone
    offerings {
      id
      isArchived
      ...OfferingChoice_offering
    }
  }
`);

interface BookingProps {
  readonly coach: FragmentType<typeof fragment>;
  readonly isOwn: boolean;
}

export function Booking({ coach, isOwn }: BookingProps) {
  const words = useWords(coachWords);
  const slots = useWords(slotWords);
  const { day, time } = useFormats();
  const client = useApolloClient();
  const { id, timeZone, offerings } = unmask(fragment, coach);
  const open = (offerings ?? []).filter(({ isArchived }) => !isArchived);
  const [address, setAddress] = useSearchParams();
  const chosen = open.find((one) => one.id === address.get('offering')) ?? open[0];
  const offering = unmask(offeringChoiceFragment, chosen);
  const [slot, setSlot] = useState<Slot | null>(null);
  const [taken, setTaken] = useState<string | null>(null);
  const lookAgain = () => client.refetchQueries({ include: [freeSlots] });

  return (
    <Card as="section" aria-labelledby="book">
      <Stack>
        <Title order={2} size="h4" id="book">
          {words.book}
        </Title>
        {offerings === null && <Notice text={words.nothingNow} />}
        {offerings !== null && !offering && <Empty icon={CalendarX2} title={words.nothing} />}
        {offering && (
          <>
            <OfferingChoice
              offerings={open}
              chosen={offering.id}
              onChoose={(offeringId) => setAddress({ offering: offeringId }, { replace: true })}
            />
            {taken && <Notice text={slots.taken(taken)} />}
            {isOwn ? (
              <Text c="dimmed">{words.own}</Text>
            ) : (
              <SlotPicker
                coachId={id}
                coachZone={timeZone}
                offeringId={offering.id}
                horizonDays={offering.horizonDays}
                onChoose={(one) => {
                  setTaken(null);
                  setSlot(one);
                }}
              />
            )}
            {slot && (
              <BookDialog
                key={slot.startsAt}
                slot={slot}
                offering={offering}
                coachZone={timeZone}
                onClose={() => setSlot(null)}
                onBooked={() => void lookAgain()}
                onTaken={({ startsAt }) => {
                  setSlot(null);
                  setTaken(`${day(startsAt, ownTimeZone())}, ${time(startsAt, ownTimeZone())}`);
                  void lookAgain();
                }}
              />
            )}
          </>
        )}
      </Stack>
    </Card>
  );
}
