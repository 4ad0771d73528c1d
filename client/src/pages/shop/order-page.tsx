// One order: where it stands, what was bought, what was paid, what happened.

import { Anchor, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { ReceiptText } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { Price } from '@/parts/price';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { LineList } from './line-list';
import classes from './lines.module.css';
import { OrderBadge } from './order-badge';
import { OrderState } from './order-state';
import { OrderTimeline } from './order-timeline';
import { orderWords } from './order-words';
import { type Order, useOrder } from './use-order';

export function Page() {
  const { id = '' } = useParams();
  const words = useWords(orderWords);
  const { date } = useFormats();
  const result = useOrder(id);
  const { order } = result;
  return (
    <Frame
      title={order ? words.order(order.number) : words.orders}
      lead={order ? words.placed(date(order.placedAt)) : undefined}
      actions={
        <Anchor component={Link} to="/orders" size="sm">
          {words.back}
        </Anchor>
      }
    >
      <Answer of={result}>
        {() =>
          order ? (
            <div className={classes['layout']}>
              <Stack>
                <OrderState order={order} onOver={() => void result.refetch()} />
                <Lines order={order} />
              </Stack>
              <Aside order={order} />
            </div>
          ) : (
            <Empty icon={ReceiptText} title={words.missing} />
          )
        }
      </Answer>
    </Frame>
  );
}

function Lines({ order: { lines } }: { readonly order: Order }) {
  const words = useWords(orderWords);
  return (
    <Card as="section">
      <Title order={2} size="h4" mb="md">
        {words.lines}
      </Title>
      <LineList
        lines={lines}
        note={({ status }) => (
          <Badge variant="light" tt="none" color={status === 'CONFIRMED' ? 'teal' : 'gray'}>
            {words.lineStatuses[status]}
          </Badge>
        )}
      />
    </Card>
  );
}

function Aside({ order: { status, total, payment, timeline } }: { readonly order: Order }) {
  const words = useWords(orderWords);
  const { dateTime } = useFormats();
  return (
    <Stack>
      <Card as="section">
        <Group justify="space-between" mb="sm">
          <Title order={2} size="h4">
            {words.payment}
          </Title>
          <OrderBadge status={status} />
        </Group>
        <Group justify="space-between">
          <Text>{words.total}</Text>
          <Price of={total} fz="1.2rem" />
        </Group>
        {payment && payment.refundedAmount.amountMinor > 0 && (
          <Group justify="space-between">
            <Text>{words.refunded}</Text>
            <Price of={payment.refundedAmount} />
          </Group>
        )}
        {payment && payment.events.length > 0 && (
          <Stack component="ul" gap={4} mt="sm" p={0} style={{ listStyle: 'none' }} aria-label={words.paymentEvents}>
            {payment.events.map(({ type, at }) => (
              <Group component="li" key={`${at} ${type}`} justify="space-between" gap="xs" wrap="nowrap">
                <Text size="sm">{words.events[type]}</Text>
                <Text size="xs" c="dimmed" ta="end">
                  {dateTime(at)}
                </Text>
              </Group>
            ))}
          </Stack>
        )}
      </Card>
      <Card as="section">
        <Title order={2} size="h4" mb="md">
          {words.timeline}
        </Title>
        <OrderTimeline steps={timeline} />
      </Card>
    </Stack>
  );
}
