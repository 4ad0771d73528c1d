// Between which prices. The address follows when the person leaves a field or presses Enter.
import { Group, NumberInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useLocale } from '@/words/locale';
import { useWords } from '@/words/words';
import { FilterGroup } from './filter-group';
import { shopWords } from './shop-words';

interface PriceFilterProps {
  readonly least: number | null;
  readonly most: number | null;
  readonly currency: string;
  /** The cheapest and the dearest of what was found, in whole units: said where nothing is entered. */
  readonly found: readonly [cheapest: number, dearest: number] | null;
  readonly onChange: (least: number | null, most: number | null) => void;
}

export function PriceFilter({ least, most, currency, found, onChange }: PriceFilterProps) {
  const words = useWords(shopWords);
  const locale = useLocale();
  const [low, setLow] = useState<number | string>(least ?? '');
  const [high, setHigh] = useState<number | string>(most ?? '');
  useEffect(() => {
    setLow(least ?? '');
    setHigh(most ?? '');
  }, [least, most]);
  const amount = (entered: number | string) => (entered === '' ? null : Number(entered));
  const apply = () => {
    if (amount(low) !== least || amount(high) !== most) onChange(amount(low), amount(high));
  };
  const symbol = new Intl.NumberFormat(locale, { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const field = {
    ...{ min: 0, max: 9_999_999, allowDecimal: false, allowNegative: false, hideControls: true, size: 'sm', flex: 1 },
    ...{ onBlur: apply, onKeyDown: ({ key }: React.KeyboardEvent) => key === 'Enter' && apply() },
  } as const;
  return (
    <FilterGroup title={`${words.price} (${symbol ?? currency})`}>
      <Group gap="xs" wrap="nowrap">
        <NumberInput
          {...field}
          label={words.least}
          placeholder={String(found?.[0] ?? '')}
          value={low}
          onChange={setLow}
        />
        <NumberInput
          {...field}
          label={words.most}
          placeholder={String(found?.[1] ?? '')}
          value={high}
          onChange={setHigh}
        />
      </Group>
    </FilterGroup>
  );
}
