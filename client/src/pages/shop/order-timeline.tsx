// What an order became, and when.
import { Text, Timeline } from '@mantine/core';
import type { OrderStatus } from '@/graph/generated/graphql';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { colorOf } from './order-steps';
import { orderWords } from './order-words';
import type { Order } from './use-order';

export function OrderTimeline({ steps }: { readonly steps: Order['timeline'] }) {
  const words = useWords(orderWords);
  const { dateTime } = useFormats();
  const say = (status: OrderStatus, index: number) => {
    if (status !== 'PENDING_PAYMENT') return words.statuses[status];
    return index === 0 ? words.placedStep : words.againStep;
  };
  return (
    <Timeline active={steps.length - 1} bulletSize={16} lineWidth={2} color={colorOf(steps.at(-1)?.status ?? 'PAID')}>
      {steps.map(({ status, at }, index) => (
        <Timeline.Item key={`${at} ${status}`} title={say(status, index)}>
          <Text size="xs" c="dimmed">
            <time dateTime={at}>{dateTime(at)}</time>
          </Text>
        </Timeline.Item>
      ))}
    </Timeline>
  );
}
