// One order among others: its number, when, what, how much, and where it stands.
import { Group, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Price } from '@/parts/price';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useFormats } from '@/words/formats';
import { OrderBadge } from './order-badge';

const fragment = graphql(`
  fragment OrderRow_order on Order {
    id
    number
    status
    placedAt
    total {
      amountMinor
      currency
    }
    lines {
      id
      title
    }
  }
`);

export function OrderRow({ order: masked }: { readonly order: FragmentType<typeof fragment> }) {
  const { id, number, status, placedAt, total, lines } = unmask(fragment, masked);
  const { date } = useFormats();
  return (
    <Card as="li">
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          <CoverLink to={`/orders/${id}`}>{number}</CoverLink>
          <OrderBadge status={status} />
        </Group>
        <Price of={total} />
      </Group>
      <Text size="sm" c="dimmed" lineClamp={2} mt={4}>
        {date(placedAt)} · {lines.map(({ title }) => title).join(' · ')}
      </Text>
    </Card>
  );
}
