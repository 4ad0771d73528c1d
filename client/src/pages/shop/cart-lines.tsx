// The lines of a cart: what, how many, until when it is held, and what keeps it from being bought.
import { Badge, Button, Text, VisuallyHidden } from '@mantine/core';
import { makeFragmentData } from '@/graph/generated';
import { Price } from '@/parts/price';
import { TimeLeft } from '@/parts/time-left';
import { useAct } from '@/parts/use-act';
import { Refusals } from '@/ui/refusals';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { cartFragment, removeLine } from './cart-query';
import { withQuantity } from './cart-sums';
import { cartWords } from './cart-words';
import { LinePicture, LineTitle } from './line-thing';
import classes from './lines.module.css';
import { QuantityStepper } from './quantity-stepper';
import type { Cart } from './use-cart';
import { useQuantity } from './use-quantity';

interface CartLineProps {
  readonly cart: Cart;
  readonly line: Cart['lines'][number];
  /** Its time is over, which only the server can judge. */
  readonly onOver: () => void;
}

export function CartLines({ cart, onOver }: Omit<CartLineProps, 'line'>) {
  const words = useWords(cartWords);
  return (
    <ul className={classes['lines']} aria-label={words.things}>
      {cart.lines.map((line) => (
        <CartLine key={line.id} cart={cart} line={line} onOver={onOver} />
      ))}
    </ul>
  );
}

function CartLine({ cart, line, onOver }: CartLineProps) {
  const words = useWords(cartWords);
  const { money } = useFormats();
  const { id, title, heldUntil, isBuyable, isPriceChanged, unitPrice, item } = line;
  const { quantity, change, refusals } = useQuantity(cart, id, line.quantity);
  const removal = useAct(removeLine);
  const remove = () =>
    removal.run(
      { input: { lineId: id } },
      {
        optimisticResponse: {
          removeCartLine: {
            __typename: 'RemoveCartLinePayload',
            userErrors: [],
            cart: makeFragmentData(withQuantity(cart, id, 0), cartFragment),
          },
        },
      },
    );
  return (
    <li className={classes['line']}>
      <LinePicture item={item} />
      <LineTitle item={item} title={title} />
      <div className={classes['price']}>
        <Price of={{ ...unitPrice, amountMinor: unitPrice.amountMinor * quantity }} />
        {quantity > 1 && (
          <Text size="xs" c="dimmed">
            {words.each(money(unitPrice))}
          </Text>
        )}
      </div>
      <div className={classes['controls']}>
        {isBuyable && heldUntil === null && (
          <QuantityStepper label={words.quantityOf(title)} value={quantity} onChange={(count) => void change(count)} />
        )}
        {isBuyable && heldUntil !== null && (
          <Badge variant="light" color="blue" tt="none" size="lg">
            {words.held} <TimeLeft until={heldUntil} onOver={onOver} />
          </Badge>
        )}
        {!isBuyable && (
          <Badge variant="light" color="red" tt="none" size="lg">
            {heldUntil === null ? words.notBuyable : words.heldOver}
          </Badge>
        )}
        {isBuyable && isPriceChanged && (
          <Badge variant="light" color="orange" tt="none" size="lg">
            {words.priceChanged}
          </Badge>
        )}
        <Button variant="subtle" color="gray" size="compact-sm" onClick={() => void remove()}>
          <span aria-hidden>{words.remove}</span>
          <VisuallyHidden>{words.removeOf(title)}</VisuallyHidden>
        </Button>
        <Refusals of={[...refusals, ...removal.refusals]} />
      </div>
    </li>
  );
}
