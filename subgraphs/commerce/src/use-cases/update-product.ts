// Changes what the shop says about a product.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Product } from '../domain/product.js';
import { readAttributes, readCategories, readDescription, readName, readPictures } from '../domain/read-product.js';
import { refuse } from '../domain/refusals.js';
import type { CreateProduct } from './create-product.js';
import { announceAct, listInShop, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

/** What is undefined stays; the slug stays always, because addresses are kept. */
export interface UpdateProduct extends Partial<Omit<CreateProduct, 'slug'>> {
  productId: string;
  /** The version the change was made from. */
  expectedVersion: number;
}

const unless = <I, O>(given: I | undefined, read: (given: I) => O | Refusal): O | Refusal | undefined =>
  given === undefined ? undefined : read(given);

/** Throws FORBIDDEN for anybody but an admin. Refuses NOT_FOUND, CONFLICT, TOO_MANY and BAD_INPUT. */
export async function updateProduct(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  input: UpdateProduct,
): Promise<Product | Refusal> {
  requireShopkeeper(viewer);
  const name = unless(input.name, readName);
  if (isRefusal(name)) return name;
  const description = unless(input.description, readDescription);
  if (isRefusal(description)) return description;
  const attributes = unless(input.attributes, readAttributes);
  if (isRefusal(attributes)) return attributes;
  const categories = unless(input.categories, readCategories);
  if (isRefusal(categories)) return categories;
  const mediaIds = unless(input.mediaIds, readPictures);
  if (isRefusal(mediaIds)) return mediaIds;

  return transact(async (unit) => {
    const product = await unit.products.take(input.productId);
    if (!product) return refuse('NOT_FOUND').at('productId');
    if (product.version !== input.expectedVersion) return refuse('CONFLICT').at('expectedVersion');
    // Whoever hung a picture here stays its warrant; what is new is the viewer's word.
    const pictures = mediaIds?.map(
      (mediaId) => product.pictures.find((known) => known.mediaId === mediaId) ?? { mediaId, by: viewer.id },
    );
    const changed = await unit.products.change(product, {
      ...(name !== undefined && { name }),
      ...(description !== undefined && { description }),
      ...(attributes && { attributes }),
      ...(categories && { categoryIds: await unit.products.shelve(categories, mintId) }),
      ...(pictures && { pictures }),
    });
    await listInShop(unit, changed);
    announceAct(unit, viewer, 'updateProduct', product.id, { version: changed.version });
    return changed;
  });
}
