// What the shop sells, for admins: how much of it is left, and the way to change it.
import { useQuery } from '@apollo/client/react';
import { Button, Group, Stack, Text } from '@mantine/core';
import { PackageSearch, Plus } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { AdminNavigation } from '@/pages/admin/admin-navigation';
import { Price } from '@/parts/price';
import { Answer } from '@/ui/answer';
import { Card } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { Empty } from '@/ui/empty';
import { LoadMore } from '@/ui/load-more';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { SearchBox } from '../search-box';
import { StockBadge } from '../stock-badge';
import { adminShopWords } from './admin-shop-words';

const adminProductsQuery = graphql(`
  query AdminProducts($after: String, $search: String, $sort: ProductSort!) {
    products(first: 24, after: $after, search: $search, sort: $sort) {
      edges {
        cursor
        node {
          id
          slug
          name
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
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export function Page() {
  const words = useWords(adminShopWords);
  const [address, setAddress] = useSearchParams();
  const search = address.get('q') ?? '';
  const variables = { search: search || null, sort: search ? 'RELEVANCE' : 'NAME' } as const;
  const result = useQuery(adminProductsQuery, { variables });
  return (
    <Frame
      title={words.products}
      lead={words.productsLead}
      actions={
        <Button component={Link} to="/admin/products/new" leftSection={<Plus size={16} aria-hidden />}>
          {words.add}
        </Button>
      }
    >
      <AdminNavigation />
      <SearchBox text={search} onSearch={(text) => setAddress(text ? { q: text } : {}, { replace: true })} />
      <Answer of={{ ...result, data: result.data ?? result.previousData }}>
        {({ products: { edges, pageInfo } }) =>
          edges.length === 0 ? (
            <Empty icon={PackageSearch} title={words.noProducts} />
          ) : (
            <>
              <Stack component="ul" gap="xs" p={0} mt="md">
                {edges.map(({ node: { id, slug, name, priceRange, variants } }) => (
                  <Card key={id} as="li">
                    <Group justify="space-between" gap="xs">
                      <CoverLink to={`/admin/products/${slug}`}>{name}</CoverLink>
                      <Group gap="md">
                        <Text size="sm" c="dimmed">
                          {words.variantCount(variants.length)} ·{' '}
                          {words.left(variants.reduce((sum, { available }) => sum + available, 0))}
                        </Text>
                        {variants.some(({ available }) => available === 0) && <StockBadge available={0} />}
                        {priceRange && <Price of={priceRange.min} to={priceRange.max} />}
                      </Group>
                    </Group>
                  </Card>
                ))}
              </Stack>
              <LoadMore pageInfo={pageInfo} load={(after) => result.fetchMore({ variables: { after } })} />
            </>
          )
        }
      </Answer>
    </Frame>
  );
}
