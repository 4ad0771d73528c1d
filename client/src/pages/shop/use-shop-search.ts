// What is looked for: shown as chosen at once, while the address follows. Two changes in one moment, such as leaving a
// price field by clicking a filter, both count; going back, or a link to the shop, changes it too.
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { readSearch, type ShopSearch, writeSearch } from './search-address';

export function useShopSearch(): readonly [search: ShopSearch, look: (change: Partial<ShopSearch>) => void] {
  const [address, setAddress] = useSearchParams();
  const [search, setSearch] = useState(() => readSearch(address));
  const latest = useRef(search);
  // Addresses written here that have not arrived yet: an address that is none of them comes from elsewhere.
  const underWay = useRef<readonly string[]>([]);
  const arrived = address.toString();
  useEffect(() => {
    const at = underWay.current.indexOf(arrived);
    underWay.current = underWay.current.slice(at + 1);
    if (at >= 0 || arrived === writeSearch(latest.current).toString()) return;
    latest.current = readSearch(new URLSearchParams(arrived));
    setSearch(latest.current);
  }, [arrived]);

  const look = (change: Partial<ShopSearch>) => {
    const next = { ...latest.current, ...change };
    const written = writeSearch(next);
    const isNews = written.toString() !== writeSearch(latest.current).toString();
    latest.current = next;
    setSearch(next);
    if (!isNews) return;
    underWay.current = [...underWay.current, written.toString()];
    setAddress(written, { replace: Object.keys(change).join() === 'text' });
  };
  return [search, look];
}
