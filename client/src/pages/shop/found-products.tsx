// What was found: how many, in what order, by which filters, and page by page.
import { Button, Group, NativeSelect, Stack, Title } from '@mantine/core';
import { PackageSearch } from 'lucide-react';
import type { ProductSort, ProductsQuery } from '@/graph/generated/graphql';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { useWords } from '@/words/words';
import { ChosenFilters } from './chosen-filters';
import { ProductCard } from './product-card';
import { ProductGrid } from './product-grid';
import { countFilters, type ShopSearch } from './search-address';
import { shopWords } from './shop-words';

interface FoundProductsProps {
  readonly products: ProductsQuery['products'];
  readonly search: ShopSearch;
  /** Another search is under way. */
  readonly isStale: boolean;
  readonly onChange: (change: Partial<ShopSearch>) => void;
  readonly onReset: () => void;
  readonly load: (after: string) => Promise<unknown>;
}

export function FoundProducts({ products, search, isStale, onChange, onReset, load }: FoundProductsProps) {
  const words = useWords(shopWords);
  const { edges, facets, pageInfo } = products;
  const isIdle = search.text === '' && countFilters(search) === 0;
  return (
    <Stack component="section" gap="sm" aria-busy={isStale}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm" align="baseline">
          <Title order={2} size="h4">
            {isIdle ? words.everything : words.results}
          </Title>
          <span role="status">{words.found(facets.count)}</span>
        </Group>
        <NativeSelect
          aria-label={words.sortBy}
          value={search.sort}
          onChange={({ currentTarget: { value } }) => onChange({ sort: value as ProductSort })}
          data={Object.entries(words.sorts).map(([value, label]) => ({ value, label }))}
        />
      </Group>
      <ChosenFilters search={search} onChange={onChange} onReset={onReset} />
      {edges.length === 0 ? (
        <Empty icon={PackageSearch} title={words.nothing} text={words.nothingText}>
          {!isIdle && (
            <Button variant="light" onClick={onReset}>
              {words.reset}
            </Button>
          )}
        </Empty>
      ) : (
        <ProductGrid>
          {edges.map(({ node }) => (
            <ProductCard key={node.id} product={node} />
          ))}
        </ProductGrid>
      )}
      <LoadMore pageInfo={pageInfo} load={load} />
    </Stack>
  );
}
