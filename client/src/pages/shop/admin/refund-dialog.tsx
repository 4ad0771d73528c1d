// Gives money back, for all of an order or for some of its lines, after a second look at the sum.
import { Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { OneOrder_OrderFragment } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { stateWords } from '@/ui/state-words';
import { said } from '@/ui/toasts';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { refundMutation } from '../order-documents';
import { adminShopWords } from './admin-shop-words';

interface RefundDialogProps {
  readonly order: OneOrder_OrderFragment;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function RefundDialog({ order, isOpen, onClose }: RefundDialogProps) {
  const words = useWords(adminShopWords);
  const state = useWords(stateWords);
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.refundOf(order.number)}
      closeButtonProps={{ 'aria-label': state.close }}
    >
      <RefundForm order={order} onDone={onClose} />
    </Modal>
  );
}

function RefundForm({ order, onDone }: { readonly order: OneOrder_OrderFragment; readonly onDone: () => void }) {
  const words = useWords(adminShopWords);
  const state = useWords(stateWords);
  const { money } = useFormats();
  const refund = useAct(refundMutation);
  const open = order.lines.filter(({ status }) => status === 'AWAITING' || status === 'CONFIRMED');
  const [chosen, setChosen] = useState<readonly string[]>(open.map(({ id }) => id));
  // Another choice is another wish; a retry of the same one gives the money back once.
  const [wish, setWish] = useState(() => crypto.randomUUID());
  const lines = open.filter(({ id }) => chosen.includes(id));
  const amountMinor = lines.reduce((sum, { lineTotal }) => sum + lineTotal.amountMinor, 0);
  const give = async () => {
    const lineIds = lines.map(({ id }) => id);
    if (!(await refund.run({ input: { orderId: order.id, lineIds, idempotencyKey: wish } }))) return;
    said(words.refundSent);
    onDone();
  };
  return (
    <Stack>
      <Checkbox.Group
        label={words.refundWhich}
        value={[...chosen]}
        onChange={(ids) => {
          setChosen(ids);
          setWish(crypto.randomUUID());
        }}
      >
        <Stack gap="xs" mt="xs">
          {open.map(({ id, title, lineTotal }) => (
            <Checkbox key={id} value={id} label={`${title} (${money(lineTotal)})`} />
          ))}
        </Stack>
      </Checkbox.Group>
      <Text size="sm" c="dimmed">
        {words.refundText}
      </Text>
      <Refusals of={refund.refusals} />
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onDone}>
          {state.cancel}
        </Button>
        <Button color="red.8" disabled={lines.length === 0} loading={refund.isBusy} onClick={() => void give()}>
          {words.refundNow(money({ ...order.total, amountMinor }))}
        </Button>
      </Group>
    </Stack>
  );
}
