// Something new comes into the shop.
import type { Viewer } from '@mosaic/kernel/identity/viewer';
import { isRefusal, type Refusal } from '@mosaic/kernel/refusal/refusal';
import type { Attribute } from '../domain/attribute.js';
import { Product } from '../domain/product.js';
import {
  readAttributes,
  readCategories,
  readDescription,
  readName,
  readPictures,
  readSlug,
} from '../domain/read-product.js';
import { refuse } from '../domain/refusals.js';
import { announceAct, listInShop, requireShopkeeper } from './keep-shop.js';
import type { Rooms } from './rooms.js';

export interface CreateProduct {
  slug: string;
  name: string;
  description: string;
  attributes: readonly Attribute[];
  categories: readonly string[];
  mediaIds: readonly string[];
}

/** Throws FORBIDDEN for anybody but an admin. Refuses SLUG_TAKEN, TOO_MANY and BAD_INPUT. */
export async function createProduct(
  { transact, mintId }: Rooms,
  viewer: Viewer,
  input: CreateProduct,
): Promise<Product | Refusal> {
  requireShopkeeper(viewer);
  const slug = readSlug(input.slug);
  if (isRefusal(slug)) return slug;
  const name = readName(input.name);
  if (isRefusal(name)) return name;
  const description = readDescription(input.description);
  if (isRefusal(description)) return description;
  const attributes = readAttributes(input.attributes);
  if (isRefusal(attributes)) return attributes;
  const categories = readCategories(input.categories);
  if (isRefusal(categories)) return categories;
  const mediaIds = readPictures(input.mediaIds);
  if (isRefusal(mediaIds)) return mediaIds;

  return transact(async (unit) => {
    // Asked first, so that a refused product leaves no new shelf behind; the index decides between racers.
    if (!(await unit.products.isSlugFree(slug))) return refuse('SLUG_TAKEN').at('slug');
    const product = Object.assign(new Product(), {
      id: mintId('Product'),
      slug,
      name,
      description,
      attributes,
      categoryIds: await unit.products.shelve(categories, mintId),
      pictures: mediaIds.map((mediaId) => ({ mediaId, by: viewer.id })),
      isArchived: false,
      version: 1,
      createdAt: unit.now,
    });
    if (!(await unit.products.add(product))) return refuse('SLUG_TAKEN').at('slug');
    await listInShop(unit, product);
    announceAct(unit, viewer, 'createProduct', product.id, { slug, name });
    return product;
  });
}
