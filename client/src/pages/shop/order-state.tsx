// The one thing to know about an order now, and what to do about it: pay, wait, or be glad.
import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { CircleCheck, CircleX, Landmark } from 'lucide-react';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { cancelMutation } from './order-documents';
import { isMoving, isPayable, isWaitingForOwner } from './order-steps';
import { orderWords } from './order-words';
import { PayPanel } from './pay-panel';
import type { Order } from './use-order';

interface OrderStateProps {
  readonly order: Order;
  readonly onOver: () => void;
}

export function OrderState({ order, onOver }: OrderStateProps) {
  const words = useWords(orderWords);
  const isWaiting = isWaitingForOwner(order);
  if (isMoving(order.status, order.payment?.status) && !isWaiting) {
    return (
      <Card as="section">
        <Stack gap="xs" role="status">
          <Text fw={600}>{words.confirming}</Text>
          <Progress value={order.status === 'PAID' ? 80 : 50} animated aria-label={words.confirming} />
          <Text size="sm" c="dimmed">
            {words.confirmingText}
          </Text>
        </Stack>
      </Card>
    );
  }
  if (order.status === 'CONFIRMED') {
    return <Alert color="teal" variant="light" role="status" icon={<CircleCheck aria-hidden />} title={words.thanks} />;
  }
  if (!isPayable(order.status)) return null;
  return (
    <Card as="section">
      <Stack>
        {order.status === 'PAYMENT_DECLINED' && (
          <Alert color="red" variant="light" role="alert" icon={<CircleX aria-hidden />} title={words.declined}>
            {words.declinedText}
          </Alert>
        )}
        {isWaiting && (
          <Alert color="blue" variant="light" role="status" icon={<Landmark aria-hidden />} title={words.askedOwner}>
            {words.askedOwnerText}
          </Alert>
        )}
        <PayPanel order={order} onOver={onOver} />
        <GiveUp order={order} />
      </Stack>
    </Card>
  );
}

function GiveUp({ order }: { readonly order: Order }) {
  const words = useWords(orderWords);
  const cancel = useAct(cancelMutation);
  const [dialog, confirm] = useConfirm();
  const giveUp = async () => {
    const question = { title: words.cancelTitle, text: words.cancelText, yes: words.cancel, no: words.keep };
    if (!(await confirm(question))) return;
    if (await cancel.run({ input: { orderId: order.id } })) said(words.cancelled);
  };
  return (
    <Group>
      {dialog}
      <Refusals of={cancel.refusals} />
      <Button variant="subtle" color="red" loading={cancel.isBusy} onClick={() => void giveUp()}>
        {words.cancel}
      </Button>
    </Group>
  );
}
