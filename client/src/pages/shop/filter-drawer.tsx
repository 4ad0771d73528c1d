// The filters where there is no room beside the products: behind a button that says how many are set.
import { Badge, Button, Drawer } from '@mantine/core';
import { SlidersHorizontal } from 'lucide-react';
import { type ComponentProps, useState } from 'react';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { FilterPanel } from './filter-panel';
import { countFilters } from './search-address';
import { shopWords } from './shop-words';

export function FilterDrawer(filters: ComponentProps<typeof FilterPanel>) {
  const words = useWords(shopWords);
  const state = useWords(stateWords);
  const [isOpen, setOpen] = useState(false);
  const count = countFilters(filters.search);
  return (
    <>
      <Button
        variant="default"
        fullWidth
        mb="md"
        leftSection={<SlidersHorizontal size={16} aria-hidden />}
        rightSection={count > 0 && <Badge circle>{count}</Badge>}
        onClick={() => setOpen(true)}
      >
        {words.filters}
      </Button>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={words.filters}
        position="bottom"
        size="85%"
        closeButtonProps={{ 'aria-label': state.close }}
      >
        <FilterPanel {...filters} />
        <Button fullWidth mt="lg" onClick={() => setOpen(false)}>
          {words.showResults}
        </Button>
      </Drawer>
    </>
  );
}
