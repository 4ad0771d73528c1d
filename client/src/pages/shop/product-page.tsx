// One product of the shop: what it looks like, what it is, which form of it, and into the cart.
import { useQuery } from '@apollo/client/react';
import { Anchor, Button, Skeleton, Stack } from '@mantine/core';
import { PackageX } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { graphql } from '@/graph/generated';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { useWords } from '@/words/words';
import { ProductBuy } from './product-buy';
import { ProductGallery } from './product-gallery';
import classes from './product-gallery.module.css';
import { productWords } from './product-words';
import { shopWords } from './shop-words';

const productQuery = graphql(`
  query Product($slug: String!) {
    product(slug: $slug) {
      id
      name
      isArchived
      ...ProductGallery_product
      ...ProductBuy_product
    }
  }
`);

export function Page() {
  const { slug = '' } = useParams();
  const words = useWords(productWords);
  const shop = useWords(shopWords);
  const result = useQuery(productQuery, { variables: { slug } });
  const product = result.data?.product;
  return (
    <Frame
      key={slug}
      title={product?.name ?? shop.title}
      actions={
        <Anchor component={Link} to="/shop" size="sm">
          {words.back}
        </Anchor>
      }
    >
      <Answer of={result} skeleton={<ProductSkeleton />}>
        {({ product }) =>
          product && !product.isArchived ? (
            <div className={classes['layout']}>
              <ProductGallery product={product} />
              <ProductBuy product={product} />
            </div>
          ) : (
            <Empty
              icon={PackageX}
              title={product ? words.gone : words.missing}
              {...(product && { text: words.goneText })}
            >
              <Button component={Link} to="/shop" variant="light">
                {words.back}
              </Button>
            </Empty>
          )
        }
      </Answer>
    </Frame>
  );
}

const ProductSkeleton = () => (
  <div className={classes['layout']}>
    <Skeleton style={{ aspectRatio: 1.1 }} radius="lg" />
    <Stack>
      <Skeleton height={28} width="30%" />
      <Skeleton height={64} />
      <Skeleton height={40} width="60%" />
      <Skeleton height={42} />
    </Stack>
  </div>
);
