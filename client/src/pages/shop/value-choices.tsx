// The values of one attribute that can be chosen, with how many products each would find.
import { Button, Checkbox, Stack } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '@/words/words';
import { attributeName } from './attribute-words';
import { Counted } from './counted';
import { FilterGroup } from './filter-group';
import type { Attribute } from './search-address';
import { shopWords } from './shop-words';

interface ValueChoicesProps {
  readonly name: string;
  readonly values: readonly { readonly value: string; readonly count: number }[];
  readonly chosen: readonly Attribute[];
  readonly onToggle: (value: string) => void;
}

/** The others are a click away. */
const FIRST = 5;

export function ValueChoices({ name, values, chosen, onToggle }: ValueChoicesProps) {
  const words = useWords(shopWords);
  const [isOpen, setOpen] = useState(false);
  const isChosen = (value: string) => chosen.some((one) => one.key === name && one.value === value);
  const shown = values.filter(({ value }, at) => isOpen || at < FIRST || isChosen(value));
  return (
    <FilterGroup title={attributeName(name)}>
      <Stack gap={8}>
        {shown.map(({ value, count }) => (
          <Checkbox
            key={value}
            checked={isChosen(value)}
            onChange={() => onToggle(value)}
            label={<Counted text={value} count={count} />}
            styles={{ body: { alignItems: 'center' }, labelWrapper: { flex: 1 } }}
          />
        ))}
        {values.length > FIRST && (
          <Button variant="subtle" size="compact-sm" onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
            {isOpen ? words.fewerValues : words.moreValues(values.length - FIRST)}
          </Button>
        )}
      </Stack>
    </FilterGroup>
  );
}
