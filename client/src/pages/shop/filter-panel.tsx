// The filters of the shop: shelves, price, stock and attributes, each with what it would find.
import { useQuery } from '@apollo/client/react';
import { Radio, Stack, Switch } from '@mantine/core';
import type { ProductsQuery } from '@/graph/generated/graphql';
import { useWords } from '@/words/words';
import { Counted } from './counted';
import { FilterGroup } from './filter-group';
import { PriceFilter } from './price-filter';
import { choicesQuery } from './products-query';
import { type ShopSearch, toggled } from './search-address';
import { askFor, choicesOf, minorUnits } from './search-variables';
import { shopWords } from './shop-words';
import { ValueChoices } from './value-choices';

interface FilterPanelProps {
  readonly search: ShopSearch;
  readonly facets: ProductsQuery['products']['facets'] | undefined;
  readonly onChange: (change: Partial<ShopSearch>) => void;
}

export function FilterPanel({ search, facets, onChange }: FilterPanelProps) {
  const words = useWords(shopWords);
  const { first: _first, sort: _sort, after: _after, ...asked } = askFor(search);
  const result = useQuery(choicesQuery, { variables: asked, fetchPolicy: 'no-cache' });
  const choices = result.data ?? result.previousData;
  const shelves = choices?.byCategory.facets.categories ?? [];
  const wide = choices?.byAttribute.facets.attributes ?? [];
  const range = facets?.prices.find(({ min }) => min.currency === search.currency) ?? facets?.prices[0];
  const currency = range?.min.currency ?? search.currency;
  const units = minorUnits(currency);
  return (
    <Stack gap="lg">
      <FilterGroup title={words.category}>
        <Radio.Group
          aria-label={words.category}
          value={search.categoryId ?? ''}
          onChange={(id) => onChange({ categoryId: id || null })}
        >
          <Stack gap={8}>
            <Radio value="" label={words.all} />
            {shelves.map(({ category, count }) => (
              <Radio
                key={category.id}
                value={category.id}
                label={<Counted text={category.name} count={count} />}
                styles={{ labelWrapper: { flex: 1 } }}
              />
            ))}
          </Stack>
        </Radio.Group>
      </FilterGroup>
      <FilterGroup title={words.availability}>
        <Switch
          label={<Counted text={words.inStockOnly} count={facets?.inStockCount} />}
          styles={{ labelWrapper: { flex: 1 } }}
          checked={search.isInStock}
          onChange={({ currentTarget: { checked } }) => onChange({ isInStock: checked })}
        />
      </FilterGroup>
      <PriceFilter
        least={search.least}
        most={search.most}
        currency={currency}
        found={range ? [Math.floor(range.min.amountMinor / units), Math.ceil(range.max.amountMinor / units)] : null}
        onChange={(least, most) => onChange({ least, most, currency })}
      />
      {choicesOf(facets?.attributes ?? [], wide, search.attributes).map(({ key, values }) => (
        <ValueChoices
          key={key}
          name={key}
          values={values}
          chosen={search.attributes}
          onToggle={(value) => onChange({ attributes: toggled(search.attributes, { key, value }) })}
        />
      ))}
    </Stack>
  );
}
