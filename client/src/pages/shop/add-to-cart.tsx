// How many of a variant, and into the cart with it. Whoever is not signed in becomes a guest first.
import { Button, Group, Stack } from '@mantine/core';
import { ShoppingCart } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { readFailure } from '@/graph/failure';
import { becomeGuest } from '@/graph/session';
import { useAct } from '@/parts/use-act';
import { useViewer } from '@/parts/viewer';
import { Refusals } from '@/ui/refusals';
import { failed, said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { addToCart, keepCart } from './cart-query';
import { productWords } from './product-words';
import { QuantityStepper } from './quantity-stepper';

interface AddToCartProps {
  readonly variantId: string;
  readonly name: string;
  readonly isInStock: boolean;
}

export function AddToCart({ variantId, name, isInStock }: AddToCartProps) {
  const words = useWords(productWords);
  const viewer = useViewer();
  const add = useAct(addToCart);
  const [quantity, setQuantity] = useState(1);
  // One key per wish: pressing again after a failure adds once; after a success it is another wish.
  const [wish, setWish] = useState(() => crypto.randomUUID());
  const [isAdded, setAdded] = useState(false);
  const [isBecoming, setBecoming] = useState(false);

  const choose = (count: number) => {
    setQuantity(count);
    setWish(crypto.randomUUID());
  };
  const send = async () => {
    if (!viewer) {
      setBecoming(true);
      try {
        await becomeGuest();
      } catch (error) {
        return failed(readFailure(error));
      } finally {
        setBecoming(false);
      }
    }
    const input = { variantId, quantity, idempotencyKey: wish };
    const done = await add.run({ input }, { update: (cache, { data }) => keepCart(cache, data?.addToCart.cart) });
    if (!done) return;
    setWish(crypto.randomUUID());
    setAdded(true);
    said(words.added(name));
  };

  return (
    <Stack gap="sm">
      <Refusals of={add.refusals} />
      <Group gap="sm">
        <QuantityStepper value={quantity} onChange={choose} label={words.quantity} />
        <Button
          size="md"
          flex="1 1 12rem"
          disabled={!isInStock}
          loading={isBecoming || add.isBusy}
          leftSection={<ShoppingCart size={18} aria-hidden />}
          onClick={() => void send()}
        >
          {isInStock ? words.add : words.soldOut}
        </Button>
      </Group>
      {isAdded && (
        <Button component={Link} to="/cart" variant="light">
          {words.toCart}
        </Button>
      )}
    </Stack>
  );
}
