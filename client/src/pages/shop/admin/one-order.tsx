// An order as an admin sees it: who bought what, where it stands, and the way to give money back.
import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { PersonLink } from '@/parts/person-link';
import { Price } from '@/parts/price';
import { Card } from '@/ui/card';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { OrderBadge } from '../order-badge';
import { mayBeRefunded } from '../order-steps';
import { orderWords } from '../order-words';
import { adminShopWords } from './admin-shop-words';
import { RefundDialog } from './refund-dialog';

export const oneOrderFragment = graphql(`
  fragment OneOrder_order on Order {
    id
    number
    status
    placedAt
    total {
      amountMinor
      currency
    }
    buyer {
      id
      ...PersonLink_user
    }
    lines {
      id
      title
      quantity
      status
      lineTotal {
        amountMinor
        currency
      }
    }
    payment {
      id
      refundedAmount {
        amountMinor
        currency
      }
    }
  }
`);

export function OneOrder({ order: masked }: { readonly order: FragmentType<typeof oneOrderFragment> }) {
  const words = useWords(adminShopWords);
  const { lineStatuses, times } = useWords(orderWords);
  const { dateTime, money } = useFormats();
  const order = unmask(oneOrderFragment, masked);
  const { number, status, placedAt, total, buyer, lines, payment } = order;
  const [isOpen, setOpen] = useState(false);
  const isLeft = lines.some((line) => line.status === 'AWAITING' || line.status === 'CONFIRMED');
  return (
    <Card as="li">
      <Group justify="space-between" align="flex-start">
        <PersonLink user={buyer}>
          <Group component="span" gap="xs">
            <b>{number}</b> <time dateTime={placedAt}>{dateTime(placedAt)}</time>
          </Group>
        </PersonLink>
        <Group gap="sm">
          <OrderBadge status={status} />
          <Price of={total} />
          {mayBeRefunded(status) && isLeft && (
            <Button size="compact-sm" variant="light" color="red" onClick={() => setOpen(true)}>
              {words.refund}
            </Button>
          )}
        </Group>
      </Group>
      <Group
        component="ul"
        p={0}
        mt="xs"
        mb={0}
        style={{ listStyle: 'none', gap: '0 1.25rem' }}
        aria-label={words.lines}
      >
        {lines.map((line) => (
          <Text component="li" size="sm" c="dimmed" key={line.id}>
            {line.quantity > 1 && `${times(line.quantity)} `}
            {line.title}
            {line.status.startsWith('REFUND') && ` (${lineStatuses[line.status]})`}
          </Text>
        ))}
      </Group>
      {payment && payment.refundedAmount.amountMinor > 0 && (
        <Text size="sm">{words.refunded(money(payment.refundedAmount))}</Text>
      )}
      <RefundDialog order={order} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Card>
  );
}
