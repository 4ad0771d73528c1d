// The filters that are set, each with a way to take it off.
import { Button, Group } from '@mantine/core';
import { X } from 'lucide-react';
import { useFormats } from '@/words/formats';
import { useWords } from '@/words/words';
import { countFilters, type ShopSearch, toggled } from './search-address';
import { minorUnits } from './search-variables';
import { shopWords } from './shop-words';

interface ChosenFiltersProps {
  readonly search: ShopSearch;
  readonly onChange: (change: Partial<ShopSearch>) => void;
  readonly onReset: () => void;
}

export function ChosenFilters({ search, onChange, onReset }: ChosenFiltersProps) {
  const words = useWords(shopWords);
  const { money } = useFormats();
  if (countFilters(search) === 0) return null;
  const { attributes, isInStock, least, most, currency } = search;
  const written = (amount: number) => money({ amountMinor: amount * minorUnits(currency), currency });
  const price = [least === null ? '' : `≥ ${written(least)}`, most === null ? '' : `≤ ${written(most)}`];
  const chip = (text: string, change: Partial<ShopSearch>) => (
    <li key={text}>
      <Button
        size="compact-sm"
        variant="light"
        radius="xl"
        rightSection={<X size={14} aria-hidden />}
        aria-label={words.remove(text)}
        onClick={() => onChange(change)}
      >
        {text}
      </Button>
    </li>
  );
  return (
    <Group component="ul" gap={6} p={0} m={0} style={{ listStyle: 'none' }} aria-label={words.chosen}>
      {isInStock && chip(words.inStockOnly, { isInStock: false })}
      {(least !== null || most !== null) && chip(price.join(' ').trim(), { least: null, most: null })}
      {attributes.map((one) => chip(one.value, { attributes: toggled(attributes, one) }))}
      <li>
        <Button size="compact-sm" variant="subtle" onClick={onReset}>
          {words.reset}
        </Button>
      </li>
    </Group>
  );
}
