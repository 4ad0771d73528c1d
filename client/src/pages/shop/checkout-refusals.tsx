// Why an order could not be placed, said so that one knows what to do: the price moved, or not enough is left.
import { Alert } from '@mantine/core';
import type { Refusal } from '@/graph/session';
import { useRefusalText } from '@/words/refusals';
import { useWords } from '@/words/words';
import { payWords } from './pay-words';
import type { Cart } from './use-cart';

export function CheckoutRefusals({ refusals, cart }: { readonly refusals: readonly Refusal[]; readonly cart: Cart }) {
  const words = useWords(payWords);
  const textOf = useRefusalText();
  const say = (refusal: Refusal) => {
    const parameter = (name: string) => refusal.parameters.find((one) => one.name === name)?.value;
    if (refusal.code === 'PRICE_CHANGED') return words.moved;
    const line = cart.lines.find(({ item }) => item?.id === parameter('itemId'));
    if (refusal.code === 'INSUFFICIENT_STOCK' && line) return words.short(line.title, parameter('available') ?? '0');
    return textOf(refusal);
  };
  if (refusals.length === 0) return null;
  return (
    <Alert color="orange" variant="light" role="alert">
      {refusals.map((refusal) => (
        <div key={refusal.code}>{say(refusal)}</div>
      ))}
    </Alert>
  );
}
