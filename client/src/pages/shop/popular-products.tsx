// What sold most this week; nothing at all when that is not known.
import { useQuery } from '@apollo/client/react';
import { Stack, Title } from '@mantine/core';
import { useWords } from '@/words/words';
import { ProductCard } from './product-card';
import { ProductGrid, ProductGridSkeleton } from './product-grid';
import { popularQuery } from './products-query';
import { shopWords } from './shop-words';

export function PopularProducts() {
  const words = useWords(shopWords);
  const { data, loading } = useQuery(popularQuery);
  const popular = data?.popularProducts ?? [];
  if (!loading && popular.length === 0) return null;
  return (
    <Stack component="section" gap="sm" mb="xl">
      <Title order={2} size="h4">
        {words.popular}
      </Title>
      {popular.length > 0 ? (
        <ProductGrid>
          {popular.map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
        </ProductGrid>
      ) : (
        <ProductGridSkeleton count={4} />
      )}
    </Stack>
  );
}
