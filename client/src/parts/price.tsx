// An amount of money as the person's language writes it; a range as "from", or as a single price when there is only one.
import { Text, type TextProps } from '@mantine/core';
import { type MoneyLike, useFormats } from '@/words/formats';
import { inBoth, useWords } from '@/words/words';

const priceWords = inBoth({
  en: { from: (price: string) => `from ${price}` },
  fr: { from: (price: string) => `dès ${price}` },
});

interface PriceProps extends TextProps {
  readonly of: MoneyLike;
  /** The dearest, where there are several prices. */
  readonly to?: MoneyLike | undefined;
}

export function Price({ of: least, to: most, ...style }: PriceProps) {
  const words = useWords(priceWords);
  const { money } = useFormats();
  const isRange = most !== undefined && most.amountMinor > least.amountMinor;
  return (
    <Text component="span" fw={650} {...style} style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {isRange ? words.from(money(least)) : money(least)}
    </Text>
  );
}
