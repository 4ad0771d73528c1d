// How long a held time is still kept for its buyer. Said once to screen readers, not every second.
import { Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useWords } from '@/words/words';
import { appointmentWords } from './appointment-words';
import { minutesAndSeconds } from './minutes-and-seconds';

export function Countdown({ until }: { readonly until: string }) {
  const words = useWords(appointmentWords);
  const [now, setNow] = useState(Date.now);
  const left = Date.parse(until) - now;
  const isOver = left <= 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isOver]);
  return (
    <Text size="sm" fw={600} role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {isOver ? words.over : words.left(minutesAndSeconds(left))}
    </Text>
  );
}
