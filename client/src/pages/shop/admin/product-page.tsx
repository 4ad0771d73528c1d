// One product as an admin keeps it: what it is, its pictures, its variants with price and stock, and its end.
import { useQuery } from '@apollo/client/react';
import { Anchor, Badge, Button, Group, Stack } from '@mantine/core';
import { PackageX } from 'lucide-react';
import { Link, useNavigate, useParams } from 'react-router';
import { graphql, unmask } from '@/graph/generated';
import { AdminNavigation } from '@/pages/admin/admin-navigation';
import { useConfirm } from '@/parts/confirm';
import { useAct } from '@/parts/use-act';
import { Answer } from '@/ui/answer';
import { Empty } from '@/ui/empty';
import { Page as Frame } from '@/ui/page';
import { Refusals } from '@/ui/refusals';
import { said } from '@/ui/toasts';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';
import { archiveProduct, productFormFragment } from './product-documents';
import { ProductForm } from './product-form';
import { VariantList } from './variant-list';

const editedProductQuery = graphql(`
  query EditedProduct($slug: String!) {
    product(slug: $slug) {
      id
      ...EditedProduct_product
    }
  }
`);

export function Page() {
  const { slug = '' } = useParams();
  const words = useWords(adminShopWords);
  const result = useQuery(editedProductQuery, { variables: { slug } });
  const product = unmask(productFormFragment, result.data?.product) ?? null;
  return (
    <Frame
      title={product?.name ?? words.products}
      actions={
        <Anchor component={Link} to="/admin/products" size="sm">
          {words.backToProducts}
        </Anchor>
      }
    >
      <AdminNavigation />
      <Answer of={result}>
        {() =>
          product ? (
            <Stack gap="lg">
              {product.isArchived && (
                <Badge color="gray" size="lg" variant="light" tt="none">
                  {words.archived}
                </Badge>
              )}
              <ProductForm key={product.version} product={product} />
              <VariantList product={product} />
              {!product.isArchived && <Archive productId={product.id} />}
            </Stack>
          ) : (
            <Empty icon={PackageX} title={words.missing} />
          )
        }
      </Answer>
    </Frame>
  );
}

function Archive({ productId }: { readonly productId: string }) {
  const words = useWords(adminShopWords);
  const navigate = useNavigate();
  const archive = useAct(archiveProduct);
  const [dialog, confirm] = useConfirm();
  const takeOut = async () => {
    const isSure = await confirm({ title: words.archiveTitle, text: words.archiveText, yes: words.archive });
    if (!isSure || !(await archive.run({ input: { productId } }))) return;
    said(words.archived);
    void navigate('/admin/products');
  };
  return (
    <Group>
      {dialog}
      <Refusals of={archive.refusals} />
      <Button variant="subtle" color="red" loading={archive.isBusy} onClick={() => void takeOut()}>
        {words.archive}
      </Button>
    </Group>
  );
}
