// Pays an order that waits for it: after a declined card, or when the answer of a first try got lost.
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { TimeLeft } from '@/parts/time-left';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { type Card, CardChoice } from './card-choice';
import { payMutation } from './order-documents';
import { PayProgress } from './pay-progress';
import { payWords } from './pay-words';
import type { Order } from './use-order';
import type { Unanswered } from './use-purchase';

interface PayPanelProps {
  readonly order: Order;
  /** Its time is over, which only the server can judge. */
  readonly onOver: () => void;
}

export function PayPanel({ order, onOver }: PayPanelProps) {
  const words = useWords(payWords);
  const { money } = useFormats();
  const navigate = useNavigate();
  const { state } = useLocation();
  const unanswered = state as Unanswered | null;
  const pay = useAct(payMutation);
  const [card, setCard] = useState<Card>(unanswered?.card ?? 'pm_card_visa');
  const [wish, setWish] = useState(() => unanswered?.payKey ?? crypto.randomUUID());

  const choose = (chosen: Card) => {
    setCard(chosen);
    setWish(crypto.randomUUID());
  };
  const send = async () => {
    const input = { orderId: order.id, paymentMethod: card, idempotencyKey: wish };
    if (!(await pay.run({ input }))) return;
    setWish(crypto.randomUUID());
    if (unanswered) void navigate('.', { replace: true, state: null });
  };
  return (
    <Stack>
      {unanswered && (
        <Alert color="orange" variant="light" role="alert">
          {words.unanswered}
        </Alert>
      )}
      <Group gap={6}>
        <Text size="sm">{words.timeLeft}</Text>
        <TimeLeft key={order.reservedUntil} until={order.reservedUntil} onOver={onOver} />
      </Group>
      <CardChoice card={card} onChoose={choose} />
      <Refusals of={pay.refusals} />
      <Group>
        <Button loading={pay.isBusy} onClick={() => void send()}>
          {order.status === 'PAYMENT_DECLINED' ? words.payAgain(money(order.total)) : words.pay(money(order.total))}
        </Button>
      </Group>
      {pay.isBusy && <PayProgress text={words.asking} share={75} />}
    </Stack>
  );
}
