// The cart, of a guest as well: what is in it, what it comes to, and the way to pay.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { ShoppingCart } from 'lucide-react';
import { Link } from 'react-router';
import { Price } from '@/parts/price';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { CartLines } from './cart-lines';
import { countOf } from './cart-sums';
import { cartWords } from './cart-words';
import classes from './lines.module.css';
import { type Cart, useCart } from './use-cart';

export function Page() {
  const words = useWords(cartWords);
  const result = useCart();
  const { cart, isNobody } = result;
  const empty = (
    <Empty icon={ShoppingCart} title={words.empty} text={words.emptyText}>
      <Button component={Link} to="/shop">
        {words.toShop}
      </Button>
    </Empty>
  );
  return (
    <Frame title={words.title}>
      {isNobody ? (
        empty
      ) : (
        <Answer of={result}>
          {() =>
            cart && cart.lines.length > 0 ? (
              <div className={classes['layout']}>
                <Card as="section" aria-label={words.things}>
                  <CartLines cart={cart} onOver={() => void result.refetch()} />
                </Card>
                <Summary cart={cart} />
              </div>
            ) : (
              empty
            )
          }
        </Answer>
      )}
    </Frame>
  );
}

function Summary({ cart: { lines, total } }: { readonly cart: Cart }) {
  const words = useWords(cartWords);
  const viewer = useViewer();
  const next = encodeURIComponent(`/checkout?adopt=${lines.length}`);
  return (
    <div className={classes['summary']}>
      <Card as="section">
        <Stack>
          <Title order={2} size="h4">
            {words.summary}
          </Title>
          <Text c="dimmed">{words.count(countOf(lines))}</Text>
          <Group justify="space-between" role="status">
            <Text fw={600}>{words.total}</Text>
            {total && <Price of={total} fz="1.4rem" fw={700} />}
          </Group>
          {lines.some(({ isBuyable }) => !isBuyable) && (
            <Text size="sm" c="dimmed">
              {words.someNotBought}
            </Text>
          )}
          {viewer ? (
            <Button component={Link} to="/checkout" size="md" disabled={!total}>
              {words.checkout}
            </Button>
          ) : (
            <>
              <Button component={Link} to={`/sign-in?next=${next}`} size="md">
                {words.signInFirst}
              </Button>
              <Button component={Link} to={`/sign-up?next=${next}`} variant="light">
                {words.signUp}
              </Button>
              <Text size="sm" c="dimmed">
                {words.keeps}
              </Text>
            </>
          )}
        </Stack>
      </Card>
    </div>
  );
}
