// The shop: what is looked for is in the address, so that it survives a reload and can be shared.
import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { ReceiptText } from 'lucide-react';
import { Link } from 'react-router';
import { useViewer } from '@/parts/viewer';
import { Answer } from '@/ui/answer';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { FilterDrawer } from './filter-drawer';
import { FilterPanel } from './filter-panel';
import classes from './filters.module.css';
import { FoundProducts } from './found-products';
import { PopularProducts } from './popular-products';
import { ProductGridSkeleton } from './product-grid';
import { productsQuery } from './products-query';
import { countFilters, readSearch } from './search-address';
import { SearchBox } from './search-box';
import { askFor } from './search-variables';
import { shopWords } from './shop-words';
import { useShopSearch } from './use-shop-search';

export function Page() {
  const words = useWords(shopWords);
  const viewer = useViewer();
  const [search, look] = useShopSearch();
  const isWide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const result = useQuery(productsQuery, { variables: askFor(search) });
  // While another search is under way, what was found before stays in sight.
  const found = result.data ?? result.previousData;
  const isIdle = search.text === '' && countFilters(search) === 0;
  const filters = { search, facets: found?.products.facets, onChange: look };
  return (
    <Frame
      title={words.title}
      lead={words.lead}
      actions={
        viewer && (
          <Button component={Link} to="/orders" variant="default" leftSection={<ReceiptText size={16} aria-hidden />}>
            {words.orders}
          </Button>
        )
      }
    >
      <SearchBox text={search.text} onSearch={(text) => look({ text })} />
      <div className={classes['layout']}>
        {isWide && (
          <aside className={classes['panel']} aria-label={words.filters}>
            <FilterPanel {...filters} />
          </aside>
        )}
        <div>
          {!isWide && <FilterDrawer {...filters} />}
          {isIdle && <PopularProducts />}
          <Answer of={{ ...result, data: found }} skeleton={<ProductGridSkeleton />}>
            {({ products }) => (
              <FoundProducts
                products={products}
                search={search}
                isStale={!result.data}
                onChange={look}
                onReset={() => look(readSearch(new URLSearchParams()))}
                load={(after) => result.fetchMore({ variables: { after } })}
              />
            )}
          </Answer>
        </div>
      </div>
    </Frame>
  );
}
