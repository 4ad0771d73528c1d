// One form of a product: a new one, or a change of its name, price and attributes. Its article number stays.
import { Button, Group, NativeSelect, Stack, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { EditedVariant_VariantFragment } from '@/graph/generated/graphql';
import { digitsOf, readMoney, writeDecimal } from '@/parts/minor-units';
import { useAct } from '@/parts/use-act';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { readAttributes, writeAttributes } from './attribute-text';
import { addVariant, updateVariant } from './product-documents';

interface VariantFormProps {
  readonly productId: string;
  /** Absent for a new one. */
  readonly variant?: EditedVariant_VariantFragment;
  /** Of its siblings, which it shares; absent for the first. */
  readonly currency?: string | undefined;
  readonly onDone: () => void;
}

const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF'];
const FIELDS = ['sku', 'name', 'price', 'attributes'];

export function VariantForm({ productId, variant, currency: shared, onDone }: VariantFormProps) {
  const words = useWords(adminShopWords);
  const add = useAct(addVariant);
  const update = useAct(updateVariant);
  const refusals = [...add.refusals, ...update.refusals];
  const errorOf = useFieldErrors(refusals);
  const fixed = variant?.price.currency ?? shared;
  const [currency, setCurrency] = useState(fixed ?? 'EUR');
  const [sku, setSku] = useState('');
  const [name, setName] = useState(variant?.name ?? '');
  const [price, setPrice] = useState(variant ? writeDecimal(variant.price.amountMinor, digitsOf(currency)) : '');
  const [text, setText] = useState(writeAttributes(variant?.attributes ?? []));
  const attributes = readAttributes(text);
  const amountMinor = readMoney(price, currency);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (!attributes || amountMinor === null) return;
    const stated = { name, attributes, price: { amountMinor, currency } };
    const done = variant
      ? await update.run({ input: { variantId: variant.id, expectedVersion: variant.version, ...stated } })
      : await add.run({ input: { productId, sku, ...stated } });
    if (!done) return;
    said(words.saved);
    onDone();
  };
  return (
    <form onSubmit={(event) => void send(event)}>
      <Stack>
        <Refusals of={refusals} fields={FIELDS} />
        {!variant && (
          <TextInput
            label={words.sku}
            required
            maxLength={40}
            value={sku}
            onChange={({ currentTarget: { value } }) => setSku(value)}
            error={errorOf('sku')}
          />
        )}
        <TextInput
          label={words.name}
          required
          maxLength={120}
          value={name}
          onChange={({ currentTarget: { value } }) => setName(value)}
          error={errorOf('name')}
        />
        <Group align="flex-start" wrap="nowrap">
          <TextInput
            label={words.price}
            required
            flex={1}
            inputMode="decimal"
            value={price}
            onChange={({ currentTarget: { value } }) => setPrice(value)}
            error={price && amountMinor === null ? words.priceWrong : errorOf('price')}
          />
          <NativeSelect
            label={words.currency}
            disabled={fixed !== undefined}
            value={currency}
            onChange={({ currentTarget: { value } }) => setCurrency(value)}
            data={[...new Set([currency, ...CURRENCIES])]}
          />
        </Group>
        <Textarea
          label={words.attributes}
          description={words.attributesHint}
          autosize
          minRows={2}
          value={text}
          onChange={({ currentTarget: { value } }) => setText(value)}
          error={attributes ? errorOf('attributes') : words.attributesWrong}
        />
        <Button type="submit" loading={add.isBusy || update.isBusy}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
