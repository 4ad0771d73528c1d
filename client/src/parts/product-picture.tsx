// The first picture of a product; without one, a calm ground of its own colour with what it is for.
import { Apple, BookOpen, Dumbbell, Flower2, Footprints, type LucideIcon, Moon, Package, Waves } from 'lucide-react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Picture } from './picture';
import classes from './product-picture.module.css';

const fragment = graphql(`
  fragment ProductPicture_product on Product {
    id
    slug
    categories {
      id
      name
    }
    pictures {
      media {
        id
        ...Picture_media
      }
    }
  }
`);

interface ProductPictureProps {
  readonly product: FragmentType<typeof fragment> | null | undefined;
  readonly sizes: string;
  readonly aspect?: number;
}

/** By the word of a shelf, in either language. */
const SIGNS: readonly (readonly [RegExp, LucideIcon])[] = [
  [/yoga|pilates/i, Flower2],
  [/running|course/i, Footprints],
  [/swim|natation/i, Waves],
  [/book|livre/i, BookOpen],
  [/kitchen|cuisine|food/i, Apple],
  [/sleep|sommeil|recover|récup/i, Moon],
  [/fitness|sport|training/i, Dumbbell],
];

export function ProductPicture({ product: masked, sizes, aspect = 1 }: ProductPictureProps) {
  const product = unmask(fragment, masked);
  const media = product?.pictures.find((picture) => picture.media)?.media;
  if (media) return <Picture media={media} alt="" sizes={sizes} aspect={aspect} />;
  const shelves = product?.categories.map(({ name }) => name).join(' ') ?? '';
  const Sign = SIGNS.find(([word]) => word.test(shelves))?.[1] ?? Package;
  return (
    <div
      className={classes['ground']}
      style={{ aspectRatio: aspect, '--hue': hueOf(product?.slug ?? '') } as React.CSSProperties}
      aria-hidden
    >
      <Sign className={classes['sign']} strokeWidth={1.25} />
    </div>
  );
}

const hueOf = (slug: string): number => [...slug].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
