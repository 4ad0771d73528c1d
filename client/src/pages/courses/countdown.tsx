// The time that is left, by the server's end of it. Spoken each minute only, not each second.
import { Group, Text } from '@mantine/core';
import { Timer } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '@/words/words';
import { quizWords } from './quiz-words';
import { writeSeconds } from './seconds';

/** Handed in this much before the end, so that it arrives in time. */
const MARGIN_MS = 2_000;

export function Countdown({ until, onOver }: { readonly until: string; readonly onOver: () => void }) {
  const words = useWords(quizWords);
  const end = new Date(until).getTime();
  const [left, setLeft] = useState(() => end - Date.now());
  const over = useRef(onOver);
  over.current = onOver;
  useEffect(() => {
    const ticking = setInterval(() => setLeft(end - Date.now()), 1_000);
    const ending = setTimeout(() => over.current(), Math.max(0, end - Date.now() - MARGIN_MS));
    return () => {
      clearInterval(ticking);
      clearTimeout(ending);
    };
  }, [end]);
  const shown = Math.max(0, Math.ceil(left / 1000));
  return (
    <Group gap="xs" role="timer" aria-label={words.timeLeft}>
      <Timer size={18} aria-hidden />
      <Text c={shown <= 30 ? 'var(--mantine-color-error)' : undefined} fw={600}>
        {writeSeconds(shown)}
      </Text>
    </Group>
  );
}
