// How many things are in the cart, for its badge: right after every change, because changes answer with the cart.
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { graphql } from '@/graph/generated';
import { useViewer } from './viewer';

const cartCountQuery = graphql(`
  query CartCount {
    cart {
      id
      lines {
        id
        quantity
      }
    }
  }
`);

/** What a guest put into a cart follows them within moments of signing in. */
const ADOPTED_AFTER_MS = 2_500;

/** 0 also for somebody who has no cart, and while it is not known. */
export function useCartCount(): number {
  const viewer = useViewer();
  const { data, refetch } = useQuery(cartCountQuery);
  const count = data?.cart.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0;
  const isEmpty = data !== undefined && count === 0;
  const isSignedIn = viewer !== null;
  useEffect(() => {
    if (!isSignedIn || !isEmpty) return;
    const timer = setTimeout(() => void refetch(), ADOPTED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isSignedIn, isEmpty, refetch]);
  return count;
}
