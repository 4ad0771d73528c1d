// What a line of a cart or an order is about: its picture, and its name as a link to it.
import { Anchor, Text } from '@mantine/core';
import { CalendarCheck, GraduationCap, Package } from 'lucide-react';
import { Link } from 'react-router';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import type { LineThing_ItemFragment } from '@/graph/generated/graphql';
import { ProductPicture } from '@/parts/product-picture';
import { useFormats } from '@/words/formats';
import classes from './lines.module.css';

const fragment = graphql(`
  fragment LineThing_item on Purchasable {
    __typename
    id
    ... on ProductVariant {
      id
      product {
        id
        slug
        isArchived
        ...ProductPicture_product
      }
    }
    ... on Course {
      id
      slug
    }
    ... on Appointment {
      id
      startsAt
    }
  }
`);

interface LineThingProps {
  readonly item: FragmentType<typeof fragment> | null | undefined;
}

export function LinePicture({ item: masked }: LineThingProps) {
  const item = unmask(fragment, masked);
  if (item?.__typename === 'ProductVariant' && item.product) {
    return (
      <div className={classes['picture']}>
        <ProductPicture product={item.product} sizes="5rem" />
      </div>
    );
  }
  const Icon =
    item?.__typename === 'Course' ? GraduationCap : item?.__typename === 'Appointment' ? CalendarCheck : Package;
  return (
    <div className={classes['sign']} aria-hidden>
      <Icon size={28} strokeWidth={1.5} />
    </div>
  );
}

/** The name that the line keeps, whatever became of the thing. */
export function LineTitle({ item: masked, title }: LineThingProps & { readonly title: string }) {
  const { dateTime } = useFormats();
  const item = unmask(fragment, masked);
  const to = addressOf(item);
  return (
    <div>
      {to ? (
        <Anchor component={Link} to={to} c="inherit" fw={600}>
          {title}
        </Anchor>
      ) : (
        <Text component="span" fw={600}>
          {title}
        </Text>
      )}
      {item?.__typename === 'Appointment' && (
        <Text size="sm" c="dimmed">
          {dateTime(item.startsAt)}
        </Text>
      )}
    </div>
  );
}

function addressOf(item: LineThing_ItemFragment | null | undefined): string | null {
  switch (item?.__typename) {
    case 'ProductVariant':
      return item.product && !item.product.isArchived ? `/shop/${item.product.slug}` : null;
    case 'Course':
      return `/courses/${item.slug}`;
    case 'Appointment':
      return `/appointments/${item.id}`;
    default:
      return null;
  }
}
