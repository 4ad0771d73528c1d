// Something new comes into the shop: its name first; variants, pictures and stock on its own page.
import { Anchor, Button, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { AdminNavigation } from '@/pages/admin/admin-navigation';
import { useAct } from '@/parts/use-act';
import { Card } from '@/ui/card';
import { Page as Frame } from '@/ui/page';
import { Refusals, useFieldErrors } from '@/ui/refusals';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { slugOf } from './attribute-text';
import { createProduct } from './product-documents';

export function Page() {
  const words = useWords(adminShopWords);
  const navigate = useNavigate();
  const create = useAct(createProduct);
  const errorOf = useFieldErrors(create.refusals);
  const [name, setName] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const slug = ownSlug ?? slugOf(name);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const done = await create.run({ input: { slug, name } });
    if (done) void navigate(`/admin/products/${slug}`, { replace: true });
  };
  return (
    <Frame
      title={words.add}
      actions={
        <Anchor component={Link} to="/admin/products" size="sm">
          {words.backToProducts}
        </Anchor>
      }
    >
      <AdminNavigation />
      <Card>
        <form onSubmit={(event) => void send(event)}>
          <Stack maw={520}>
            <Refusals of={create.refusals} fields={['name', 'slug']} />
            <TextInput
              label={words.name}
              required
              maxLength={120}
              value={name}
              onChange={({ currentTarget: { value } }) => setName(value)}
              error={errorOf('name')}
            />
            <TextInput
              label={words.slug}
              description={words.slugHint}
              required
              maxLength={80}
              value={slug}
              onChange={({ currentTarget: { value } }) => setOwnSlug(value)}
              error={errorOf('slug')}
            />
            <Button type="submit" loading={create.isBusy}>
              {words.create}
            </Button>
          </Stack>
        </form>
      </Card>
    </Frame>
  );
}
