// What a guest had in the cart follows them when they sign in, within moments: until then the cart is asked for again.
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { useCart } from './use-cart';

const AGAIN_MS = 500;
/** Longer than any adoption takes; after that what is there is all there is. */
const PATIENCE_MS = 8_000;

/** True while lines that the address announces (`?adopt=2`) are still missing. */
export function useAdoption({ cart, refetch }: ReturnType<typeof useCart>): boolean {
  const [address] = useSearchParams();
  const announced = Number(address.get('adopt')) || 0;
  const [isOver, setOver] = useState(announced === 0);
  const isMissing = !isOver && (cart?.lines.length ?? 0) < announced;
  useEffect(() => {
    if (!isMissing) return setOver(true);
    const asking = setInterval(() => void refetch(), AGAIN_MS);
    const end = setTimeout(() => setOver(true), PATIENCE_MS);
    return () => {
      clearInterval(asking);
      clearTimeout(end);
    };
  }, [isMissing, refetch]);
  return isMissing;
}
