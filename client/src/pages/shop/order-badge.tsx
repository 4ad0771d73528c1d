// Where an order stands, in a word.
import { Badge } from '@mantine/core';
import type { OrderStatus } from '@/graph/generated/graphql';
import { useWords } from '@/words/words';
import { colorOf } from './order-steps';
import { orderWords } from './order-words';

export function OrderBadge({ status }: { readonly status: OrderStatus }) {
  const words = useWords(orderWords);
  return (
    <Badge variant="light" color={colorOf(status)} tt="none">
      {words.statuses[status]}
    </Badge>
  );
}
