// Which tab is open, in the URL: a link leads to it, and going back goes back to it.
import { useSearchParams } from 'react-router';

export function useTab<Name extends string>(names: readonly Name[]): readonly [Name, (name: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const first = names[0] as Name;
  const open = names.find((name) => name === search.get('tab')) ?? first;
  const choose = (name: string | null) => {
    const next = new URLSearchParams(search);
    if (name === null || name === first) next.delete('tab');
    else next.set('tab', name);
    setSearch(next, { preventScrollReset: true });
  };
  return [open, choose];
}
