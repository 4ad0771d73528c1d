// When something was said, as short as a list has room for: the time today, else the day.
import { tagOf, useLocale } from '@/words/locale';

export function useWhen(): (instant: string) => string {
  const locale = useLocale();
  return (instant) => {
    const at = new Date(instant);
    const isToday = at.toDateString() === new Date().toDateString();
    const options = isToday
      ? ({ hour: '2-digit', minute: '2-digit' } as const)
      : ({ day: 'numeric', month: 'short' } as const);
    return new Intl.DateTimeFormat(tagOf(locale), options).format(at);
  };
}
