// How long ago something was, with the exact moment for who wants to know.
import { useFormats } from '@/words/formats';

export function Ago({ at }: { readonly at: string }) {
  const { relative, dateTime } = useFormats();
  return (
    <time dateTime={at} title={dateTime(at)}>
      {relative(at)}
    </time>
  );
}
