// How much is left, in words; nothing is said where plenty is, unless asked.
import { Badge } from '@mantine/core';
import { useWords } from '@/words/words';
import { shopWords } from './shop-words';

/** From here down a buyer should hurry. */
const FEW = 5;

export function StockBadge({ available, isLoud = false }: { readonly available: number; readonly isLoud?: boolean }) {
  const words = useWords(shopWords);
  const style = { variant: 'light', tt: 'none' } as const;
  if (available <= 0) {
    return (
      <Badge {...style} color="gray">
        {words.soldOut}
      </Badge>
    );
  }
  if (available <= FEW) {
    return (
      <Badge {...style} color="orange">
        {words.fewLeft(available)}
      </Badge>
    );
  }
  return isLoud ? (
    <Badge {...style} color="teal">
      {words.inStock}
    </Badge>
  ) : null;
}
