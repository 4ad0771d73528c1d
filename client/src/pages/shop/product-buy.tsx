// What a product is and costs, the form one chooses, and how many of it are left.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';
import { UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import { type FragmentType, graphql, unmask } from '@/graph/generated';
import { Price } from '@/parts/price';
import { useViewer } from '@/parts/viewer';
import { useWords } from '@/words/words';
import { AddToCart } from './add-to-cart';
import { attributeName } from './attribute-words';
import classes from './product-gallery.module.css';
import { productWords } from './product-words';
import { StockBadge } from './stock-badge';
import { firstChoice } from './variant-choice';
import { VariantChooser } from './variant-chooser';

const fragment = graphql(`
  fragment ProductBuy_product on Product {
    id
    name
    description
    attributes {
      key
      value
    }
    categories {
      id
      name
    }
    variants {
      id
      sku
      name
      available
      isInStock
      attributes {
        key
        value
      }
      price {
        amountMinor
        currency
      }
    }
  }
`);

export function ProductBuy({ product: masked }: { readonly product: FragmentType<typeof fragment> }) {
  const words = useWords(productWords);
  const viewer = useViewer();
  const { name, description, attributes, categories, variants } = unmask(fragment, masked);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = variants.find(({ id }) => id === chosenId) ?? firstChoice(variants);
  const details = [...attributes, ...(chosen?.attributes ?? [])];
  return (
    <Stack gap="lg">
      {categories.length > 0 && (
        <Group gap="xs">
          {categories.map(({ id, name: shelf }) => (
            <Badge key={id} variant="light" tt="none">
              {shelf}
            </Badge>
          ))}
        </Group>
      )}
      {chosen && (
        <>
          <Group gap="sm" role="status">
            <Price of={chosen.price} fz="1.6rem" fw={700} />
            <StockBadge available={chosen.available} isLoud />
          </Group>
          {variants.length > 1 && <VariantChooser variants={variants} chosen={chosen} onChoose={setChosenId} />}
          <AddToCart key={chosen.id} variantId={chosen.id} name={name} isInStock={chosen.isInStock} />
        </>
      )}
      {!viewer && (
        <Group gap="xs" c="dimmed" fz="sm">
          <UserRoundCheck size={16} aria-hidden /> {words.guest}
        </Group>
      )}
      <Text className={classes['text'] ?? ''}>{description}</Text>
      <Stack component="section" gap="xs">
        <Title order={2} size="h5">
          {words.details}
        </Title>
        <dl className={classes['details']}>
          {details.map(({ key, value }) => [<dt key={key}>{attributeName(key)}</dt>, <dd key={`${key}=`}>{value}</dd>])}
          {chosen && [<dt key="sku">{words.sku}</dt>, <dd key="sku=">{chosen.sku}</dd>]}
        </dl>
      </Stack>
    </Stack>
  );
}
