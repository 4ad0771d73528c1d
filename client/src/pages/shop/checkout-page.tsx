// Checking out: what is bought, what it comes to, and which card pays.
import { Alert, Anchor, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { ShoppingCart } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { Price } from '@/parts/price';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { type Card as BankCard, CardChoice } from './card-choice';
import { cartWords } from './cart-words';
import { CheckoutRefusals } from './checkout-refusals';
import { LineList } from './line-list';
import classes from './lines.module.css';
import { PayProgress } from './pay-progress';
import { payWords } from './pay-words';
import { useAdoption } from './use-adopted-cart';
import { type Cart, useCart } from './use-cart';
import { type Purchase, usePurchase } from './use-purchase';

export function Page() {
  const words = useWords(payWords);
  const cartWord = useWords(cartWords);
  const result = useCart();
  const isAdopting = useAdoption(result);
  const purchase = usePurchase();
  const cart = purchase.of ?? result.cart;
  return (
    <Frame title={words.checkout}>
      <Answer of={result}>
        {() =>
          isAdopting ? (
            <Stack role="status">
              <Text>{cartWord.adopting}</Text>
              <Skeleton height={120} />
            </Stack>
          ) : cart?.total ? (
            <Buying cart={cart} total={cart.total} purchase={purchase} onRefused={() => void result.refetch()} />
          ) : (
            <Empty icon={ShoppingCart} title={cartWord.empty}>
              <Button component={Link} to="/shop">
                {cartWord.toShop}
              </Button>
            </Empty>
          )
        }
      </Answer>
    </Frame>
  );
}

interface BuyingProps {
  readonly cart: Cart;
  readonly total: NonNullable<Cart['total']>;
  readonly purchase: Purchase;
  /** Something is not as the page says: look again. */
  readonly onRefused: () => void;
}

function Buying({ cart, total, purchase, onRefused }: BuyingProps) {
  const words = useWords(payWords);
  const cartWord = useWords(cartWords);
  const { money } = useFormats();
  const [card, setCard] = useState<BankCard>('pm_card_visa');
  const { stage, refusals, buy } = purchase;
  const isRefused = refusals.length > 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per refusal
  useEffect(() => {
    if (isRefused) onRefused();
  }, [isRefused]);
  return (
    <div className={classes['layout']}>
      <Card as="section">
        <Group justify="space-between" mb="md">
          <Title order={2} size="h4">
            {words.review}
          </Title>
          <Anchor component={Link} to="/cart" size="sm">
            {words.changeCart}
          </Anchor>
        </Group>
        <LineList lines={cart.lines.filter(({ isBuyable }) => isBuyable)} />
      </Card>
      <div className={classes['summary']}>
        <Card as="section" aria-label={words.payWith}>
          <Stack>
            <Group justify="space-between">
              <Text fw={600}>{cartWord.total}</Text>
              <Price of={total} fz="1.4rem" fw={700} />
            </Group>
            <CardChoice card={card} onChoose={setCard} />
            <CheckoutRefusals refusals={refusals} cart={cart} />
            {cart.lines.some(({ isPriceChanged }) => isPriceChanged) && (
              <Alert color="orange" variant="light">
                {words.moved}
              </Alert>
            )}
            <Button size="md" loading={stage !== 'idle'} onClick={() => void buy(cart, total, card)}>
              {words.pay(money(total))}
            </Button>
            {stage !== 'idle' && (
              <PayProgress
                text={stage === 'placing' ? words.placing : words.asking}
                share={stage === 'placing' ? 35 : 75}
              />
            )}
          </Stack>
        </Card>
      </div>
    </div>
  );
}
