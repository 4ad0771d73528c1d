// One product among others: its picture, name, price, and whether it is left.
import { Group, Stack, Text } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Price } from '@/parts/price';
import { ProductPicture } from '@/parts/product-picture';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { StockBadge } from './stock-badge';

const fragment = graphql(`
  fragment ProductCard_product on Product {
    id
    slug
    name
    categories {
      id
      name
    }
    priceRange {
      min {
        amountMinor
        currency
      }
      max {
        amountMinor
        currency
      }
    }
    variants {
      id
      available
    }
    ...ProductPicture_product
  }
`);

export function ProductCard({ product: masked }: { readonly product: FragmentType<typeof fragment> }) {
  const product = unmask(fragment, masked);
  const { slug, name, categories, priceRange, variants } = product;
  const available = variants.reduce((sum, variant) => sum + variant.available, 0);
  return (
    <Card as="li" isFlush>
      <ProductPicture product={product} sizes="(max-width: 36em) 50vw, 16rem" aspect={1.1} />
      <Stack gap={4} p="sm">
        {categories[0] && (
          <Text size="xs" c="dimmed" truncate>
            {categories[0].name}
          </Text>
        )}
        <CoverLink to={`/shop/${slug}`}>
          <Text component="span" lineClamp={2} fw={600} lh={1.35}>
            {name}
          </Text>
        </CoverLink>
        <Group gap="xs" justify="space-between" mt={4}>
          {priceRange && <Price of={priceRange.min} to={priceRange.max} />}
          <StockBadge available={available} />
        </Group>
      </Stack>
    </Card>
  );
}
