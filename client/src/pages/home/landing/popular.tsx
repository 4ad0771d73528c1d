// What sells best at the moment.
import { Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Price } from '@/parts/price';
import { ProductPicture } from '@/parts/product-picture';
import { Card, Cards } from '@/ui/card';
import { CoverLink } from '@/ui/cover-link';
import { useWords } from '@/words/words';
import classes from './landing.module.css';
import { landingWords } from './landing-words';
import { Part } from './part';

const fragment = graphql(`
  fragment Popular_product on Product {
    id
    slug
    name
    ...ProductPicture_product
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
  }
`);

export function Popular({ products }: { readonly products: readonly FragmentType<typeof fragment>[] }) {
  const words = useWords(landingWords);
  if (products.length === 0) return null;
  return (
    <Part title={words.popular} to="/shop" all={words.allProducts}>
      <Cards least="13rem">
        {unmask(fragment, products).map((product) => (
          <Card as="li" key={product.id} isFlush>
            <ProductPicture product={product} sizes="(max-width: 48em) 100vw, 18rem" aspect={4 / 3} />
            <div className={classes['words']}>
              <Title order={3} size="h5">
                <CoverLink to={`/shop/${encodeURIComponent(product.slug)}`}>{product.name}</CoverLink>
              </Title>
              {product.priceRange && (
                <Text component="div" size="sm">
                  <Price of={product.priceRange.min} to={product.priceRange.max} />
                </Text>
              )}
            </div>
          </Card>
        ))}
      </Cards>
    </Part>
  );
}
