// The day it is in a zone; a page that stays open over midnight shows the new one.
import { useEffect, useState } from 'react';
import { addDays, type Day, dayOf, startOfDay } from './zoned-time';

export function useToday(zone: string): Day {
  const [today, setToday] = useState(() => dayOf(new Date(), zone));
  useEffect(() => {
    const look = () => setToday(dayOf(new Date(), zone));
    look();
    const timer = setTimeout(look, startOfDay(addDays(today, 1), zone).getTime() - Date.now() + 1_000);
    // A timer sleeps with the machine.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [today, zone]);
  return today;
}
