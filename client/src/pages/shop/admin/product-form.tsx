// What the shop says of a product. Whoever changed it meanwhile is not overwritten: the server refuses an old version.
import { Button, Group, Stack, TagsInput, Textarea, TextInput, Title } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { EditedProduct_ProductFragment } from '@/graph/generated/graphql';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { readAttributes, writeAttributes } from './attribute-text';
import { updateProduct } from './product-documents';
import { ProductPictures } from './product-pictures';

const FIELDS = ['name', 'description', 'categories', 'attributes'];

export function ProductForm({ product }: { readonly product: EditedProduct_ProductFragment }) {
  const words = useWords(adminShopWords);
  const update = useAct(updateProduct);
  const errorOf = useFieldErrors(update.refusals);
  const [name, setName] = useState(product.name);
  const [description, setDescription] = useState(product.description);
  const [categories, setCategories] = useState(product.categories.map((shelf) => shelf.name));
  const [text, setText] = useState(writeAttributes(product.attributes));
  const attributes = readAttributes(text);
  const version = { productId: product.id, expectedVersion: product.version };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (!attributes) return;
    const input = { ...version, name, description, categories, attributes };
    if (await update.run({ input })) said(words.saved);
  };
  const keepPictures = (mediaIds: readonly string[]) => update.run({ input: { ...version, mediaIds: [...mediaIds] } });
  return (
    <Card as="section">
      <Title order={2} size="h4" mb="md">
        {words.about}
      </Title>
      <form onSubmit={(event) => void save(event)}>
        <Stack>
          <Refusals of={update.refusals} fields={FIELDS} />
          <TextInput
            label={words.name}
            required
            maxLength={120}
            value={name}
            onChange={({ currentTarget: { value } }) => setName(value)}
            error={errorOf('name')}
          />
          <Textarea
            label={words.description}
            autosize
            minRows={3}
            maxLength={4000}
            value={description}
            onChange={({ currentTarget: { value } }) => setDescription(value)}
            error={errorOf('description')}
          />
          <TagsInput
            label={words.categories}
            description={words.categoriesHint}
            maxTags={5}
            value={categories}
            onChange={setCategories}
            error={errorOf('categories')}
          />
          <Textarea
            label={words.attributes}
            description={words.attributesHint}
            autosize
            minRows={2}
            value={text}
            onChange={({ currentTarget: { value } }) => setText(value)}
            error={attributes ? errorOf('attributes') : words.attributesWrong}
          />
          <ProductPictures pictures={product.pictures} onChange={(ids) => void keepPictures(ids)} />
          <Group>
            <Button type="submit" loading={update.isBusy}>
              {words.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
