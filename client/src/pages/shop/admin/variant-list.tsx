// The forms a product can be bought in, each with its price and its stock, and one more.
import { Badge, Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { type FragmentType, unmask } from '@/graph/generated';
import type { EditedProduct_ProductFragment } from '@/graph/generated/graphql';
import { Price } from '@/parts/price';
import { Card } from '@/ui/card';
import { stateWords } from '@/ui/state-words';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { variantFragment } from './product-documents';
import { StockForm } from './stock-form';
import { VariantForm } from './variant-form';

/** Which dialog is open: a new variant, or one that is changed or counted. */
type Task = 'add' | `edit ${string}` | `stock ${string}`;

export function VariantList({ product }: { readonly product: EditedProduct_ProductFragment }) {
  const words = useWords(adminShopWords);
  const state = useWords(stateWords);
  const [task, setTask] = useState<Task | null>(null);
  const close = () => setTask(null);
  const variants = product.variants.map((variant) =>
    unmask(variantFragment, variant as FragmentType<typeof variantFragment>),
  );
  const [verb, id] = task?.split(' ') ?? [];
  const chosen = variants.find((variant) => variant.id === id);
  const currency = variants[0]?.price.currency;
  const title =
    verb === 'add' ? words.addVariant : chosen && (verb === 'edit' ? words.edit : words.adjustOf)(chosen.name);
  return (
    <Card as="section">
      <Group justify="space-between" mb="md">
        <Title order={2} size="h4">
          {words.variants}
        </Title>
        {!product.isArchived && (
          <Button size="compact-md" variant="light" onClick={() => setTask('add')}>
            {words.addVariant}
          </Button>
        )}
      </Group>
      {variants.length === 0 && <Text c="dimmed">{words.noVariants}</Text>}
      <Stack component="ul" gap="sm" p={0} m={0} style={{ listStyle: 'none' }}>
        {variants.map(({ id, name, sku, price, available }) => (
          <Group component="li" key={id} justify="space-between" gap="xs">
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {sku}
              </Text>
            </div>
            <Group gap="sm">
              <Badge variant="light" tt="none" color={available > 0 ? 'teal' : 'red'}>
                {words.left(available)}
              </Badge>
              <Price of={price} />
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setTask(`stock ${id}`)}
                aria-label={words.adjustOf(name)}
              >
                {words.stock}
              </Button>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setTask(`edit ${id}`)}
                aria-label={words.edit(name)}
              >
                {words.change}
              </Button>
            </Group>
          </Group>
        ))}
      </Stack>
      <Modal opened={task !== null} onClose={close} title={title} closeButtonProps={{ 'aria-label': state.close }}>
        {verb === 'add' && <VariantForm productId={product.id} currency={currency} onDone={close} />}
        {verb === 'edit' && chosen && <VariantForm productId={product.id} variant={chosen} onDone={close} />}
        {verb === 'stock' && chosen && <StockForm variantId={chosen.id} available={chosen.available} onDone={close} />}
      </Modal>
    </Card>
  );
}
