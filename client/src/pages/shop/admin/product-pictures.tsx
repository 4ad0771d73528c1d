// The pictures of a product: each change is kept at once.
import { CloseButton, Group, Input } from '@mantine/core';
import type { EditedProduct_ProductFragment } from '@/graph/generated/graphql';
import { Picture } from '@/parts/picture';
import { UploadField } from '@/parts/upload-field';
import { useWords } from '@/words/words';
import { adminShopWords } from './admin-shop-words';

interface ProductPicturesProps {
  readonly pictures: EditedProduct_ProductFragment['pictures'];
  readonly onChange: (mediaIds: readonly string[]) => void;
}

const MOST = 10;

export function ProductPictures({ pictures, onChange }: ProductPicturesProps) {
  const words = useWords(adminShopWords);
  const shown = pictures.flatMap(({ media }) => (media ? [media] : []));
  const ids = shown.map(({ id }) => id);
  return (
    <Input.Wrapper label={words.pictures} labelElement="div">
      <Group component="ul" gap="sm" p={0} mt={4} mb="xs" style={{ listStyle: 'none' }}>
        {shown.map((media, at) => (
          <li key={media.id} style={{ position: 'relative', inlineSize: '6rem' }}>
            <Picture media={media} alt={words.picture(at + 1)} sizes="6rem" aspect={1} />
            <CloseButton
              variant="default"
              size="sm"
              pos="absolute"
              top={4}
              right={4}
              aria-label={words.removePicture(at + 1)}
              onClick={() => onChange(ids.filter((id) => id !== media.id))}
            />
          </li>
        ))}
      </Group>
      {shown.length < MOST && (
        <UploadField label={words.addPicture} purpose="PRODUCT" onDone={(id) => onChange([...ids, id])} />
      )}
    </Input.Wrapper>
  );
}
