// Which picture is open stands in the address, so that a link opens it and a reload keeps it.
import { useSearchParams } from 'react-router';

export function useShownPicture(): readonly [shown: string | null, show: (mediaId: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const show = (mediaId: string | null) =>
    setSearch(
      (before) => {
        const next = new URLSearchParams(before);
        if (mediaId) next.set('picture', mediaId);
        else next.delete('picture');
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [search.get('picture'), show];
}
