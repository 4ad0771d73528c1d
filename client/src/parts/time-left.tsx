// Counts down to a deadline, second by second, as "12:05"; calls back once when it has come.
import { useEffect, useState } from 'react';

interface TimeLeftProps {
  readonly until: string;
  readonly onOver?: () => void;
}

export function TimeLeft({ until, onOver }: TimeLeftProps) {
  const [now, setNow] = useState(Date.now);
  const left = Math.max(0, Math.ceil((new Date(until).getTime() - now) / 1000));
  const isOver = left === 0;
  useEffect(() => {
    if (isOver) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isOver]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per deadline, whoever is called
  useEffect(() => {
    if (isOver) onOver?.();
  }, [isOver, until]);
  return (
    <time dateTime={until} role="timer" style={{ fontVariantNumeric: 'tabular-nums' }}>
      {writeLeft(left)}
    </time>
  );
}

/** 65 is "1:05", 3665 is "1:01:05". */
export function writeLeft(seconds: number): string {
  const two = (count: number) => String(count).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
