// What sells best at the moment.
import { Text, Title } from '@mantine/core';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { Price } from '@/parts/price';
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
    pictures {
      media {
        id
        ...Picture_media
      }
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
  }
`);

export function Popular({ products }: { readonly products: readonly FragmentType<typeof fragment>[] }) {
  const words = useWords(landingWords);
  if (products.length === 0) return null;
  return (
    <Part title={words.popular} to="/shop" all={words.allProducts}>
      <Cards least="13rem">
        {unmask(fragment, products).map(({ id, slug, name, pictures, priceRange }) => (
          <Card as="li" key={id} isFlush>
            <Picture
              media={pictures[0]?.media}
              alt=""
              sizes="(max-width: 48em) 100vw, 18rem"
              aspect={4 / 3}
              isEager={false}
            />
            <div className={classes['words']}>
              <Title order={3} size="h5">
                <CoverLink to={`/shop/${encodeURIComponent(slug)}`}>{name}</CoverLink>
              </Title>
              {priceRange && (
                <Text component="div" size="sm">
                  <Price of={priceRange.min} to={priceRange.max} />
                </Text>
              )}
            </div>
          </Card>
        ))}
      </Cards>
    </Part>
  );
}
