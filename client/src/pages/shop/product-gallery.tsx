// The pictures of a product: one large, the others to choose from.
import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from '@/parts/picture';
import { ProductPicture } from '@/parts/product-picture';
import { useWords } from '@/words/words';
import classes from './product-gallery.module.css';
import { productWords } from './product-words';

const fragment = graphql(`
  fragment ProductGallery_product on Product {
    id
    name
    pictures {
      media {
        id
        ...Picture_media
      }
    }
    ...ProductPicture_product
  }
`);

const SIZES = '(max-width: 62em) 100vw, 34rem';

export function ProductGallery({ product: masked }: { readonly product: FragmentType<typeof fragment> }) {
  const words = useWords(productWords);
  const product = unmask(fragment, masked);
  const [at, setAt] = useState(0);
  const pictures = product.pictures.flatMap(({ media }) => (media ? [media] : []));
  const shown = pictures[at] ?? pictures[0];
  return (
    <div className={classes['gallery']}>
      <div className={classes['large']}>
        {shown ? (
          <Picture key={shown.id} media={shown} alt={product.name} sizes={SIZES} aspect={1.1} isEager />
        ) : (
          <ProductPicture product={product} sizes={SIZES} aspect={1.1} />
        )}
      </div>
      {pictures.length > 1 && (
        <ul className={classes['others']} aria-label={words.pictures}>
          {pictures.map((media, index) => (
            <li key={media.id}>
              <UnstyledButton
                className={classes['other'] ?? ''}
                aria-label={words.picture(index + 1, pictures.length)}
                aria-pressed={media === shown}
                onClick={() => setAt(index)}
              >
                <Picture media={media} alt="" sizes="5rem" aspect={1} />
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
