// Lines of something to be bought, or that was bought, to be read: what, how many, at what price.
import { Text } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import { Price } from '@/parts/price';
import type { MoneyLike } from '@/words/formats';
import { useWords } from '@/words/words';
import { LinePicture, LineTitle } from './line-thing';
import classes from './lines.module.css';
import { orderWords } from './order-words';

interface Line {
  readonly id: string;
  readonly title: string;
  readonly quantity: number;
  readonly lineTotal: MoneyLike;
  readonly item: ComponentProps<typeof LinePicture>['item'];
}

interface LineListProps<L extends Line> {
  readonly lines: readonly L[];
  /** Below a line's title, such as where it stands. */
  readonly note?: (line: L) => ReactNode;
}

export function LineList<L extends Line>({ lines, note }: LineListProps<L>) {
  const words = useWords(orderWords);
  return (
    <ul className={classes['lines']}>
      {lines.map((line) => (
        <li key={line.id} className={classes['line']}>
          <LinePicture item={line.item} />
          <LineTitle item={line.item} title={line.title} />
          <div className={classes['price']}>
            <Price of={line.lineTotal} />
          </div>
          <div className={classes['controls']}>
            {line.quantity > 1 && (
              <Text size="sm" c="dimmed">
                {words.times(line.quantity)}
              </Text>
            )}
            {note?.(line)}
          </div>
        </li>
      ))}
    </ul>
  );
}
