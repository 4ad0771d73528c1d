// What came in, went missing or was counted of a variant, and why.
import { Button, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { adjustStock } from './product-documents';

interface StockFormProps {
  readonly variantId: string;
  readonly available: number;
  readonly onDone: () => void;
}

export function StockForm({ variantId, available, onDone }: StockFormProps) {
  const words = useWords(adminShopWords);
  const adjust = useAct(adjustStock);
  const errorOf = useFieldErrors(adjust.refusals);
  const [delta, setDelta] = useState<number | string>(1);
  const [reason, setReason] = useState('');
  const [wish, setWish] = useState(() => crypto.randomUUID());
  const changed =
    <Value,>(keep: (value: Value) => void) =>
    (value: Value) => {
      keep(value);
      setWish(crypto.randomUUID());
    };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await adjust.run({ input: { variantId, delta: Number(delta), reason, idempotencyKey: wish } });
    if (!done) return;
    said(words.adjusted(done.adjustStock.variant?.available ?? 0));
    onDone();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <Text c="dimmed">{words.left(available)}</Text>
        <Refusals of={adjust.refusals} fields={['delta', 'reason']} />
        <NumberInput
          label={words.delta}
          required
          allowDecimal={false}
          min={-1_000_000}
          max={1_000_000}
          value={delta}
          onChange={changed(setDelta)}
          error={errorOf('delta')}
        />
        <TextInput
          label={words.reason}
          required
          maxLength={200}
          value={reason}
          onChange={({ currentTarget: { value } }) => changed(setReason)(value)}
          error={errorOf('reason')}
        />
        <Button type="submit" loading={adjust.isBusy} disabled={!Number(delta)}>
          {words.adjust}
        </Button>
      </Stack>
    </form>
  );
}
