// An order and how it goes on: while something moves by itself it is asked for again, gently.
import { useQuery } from '@apollo/client/react';
import { useEffect } from 'react';
import { unmask } from '@/graph/generated';
import type { Order_OrderFragment } from '@/graph/generated/graphql';
import { orderFragment, orderQuery } from './order-documents';
import { isMoving, isWaitingForOwner } from './order-steps';

export type Order = Order_OrderFragment;

const AGAIN_MS = 1_500;
/** A card's owner takes their time. */
const SELDOM_MS = 5_000;

export function useOrder(id: string) {
  const result = useQuery(orderQuery, { variables: { id } });
  const order = unmask(orderFragment, result.data?.order) ?? null;
  const { startPolling, stopPolling } = result;
  const pause =
    order && isMoving(order.status, order.payment?.status) ? (isWaitingForOwner(order) ? SELDOM_MS : AGAIN_MS) : 0;
  useEffect(() => {
    if (pause === 0) return;
    startPolling(pause);
    return stopPolling;
  }, [pause, startPolling, stopPolling]);
  return { ...result, order };
}
