// What products and variants answer beside what they hold.

import { Attachment } from '@mosaic/schema/types/attachment';
import { MoneyType, showMoney } from '@mosaic/schema/types/money';
import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { ProductFacets, ProductSearch } from '../data/search/search-index.js';
import { Product } from '../domain/product.js';
import { ProductCategory } from '../domain/product-category.js';
import { ProductVariant, priceOf } from '../domain/product-variant.js';
import type { CommerceContext } from './context.js';
import { AttachmentType, PriceRange, ProductConnection, ProductFacetsType } from './types/product-types.js';

const rows = <T>(found: readonly (T | null | Error)[]): T[] =>
  found.flatMap((row) => {
    if (row instanceof Error) throw row;
    return row === null ? [] : [row];
  });

/** In the facets: the fullest of them. */
const MOST_SHELVES = 50;

@Resolver(() => Product)
export class ProductFields {
  @FieldResolver(() => [ProductVariant], {
    description: 'The forms it can be bought in, at most 50, the oldest first.',
  })
  variants(@Root() { id }: Product, @Ctx() { load }: CommerceContext): Promise<ProductVariant[]> {
    return load.variantsOf.load(id);
  }

  @FieldResolver(() => [ProductCategory], { description: 'The shelves it stands on, at most 5.' })
  async categories(@Root() { categoryIds }: Product, @Ctx() { load }: CommerceContext): Promise<ProductCategory[]> {
    return rows(await load.category.loadMany(categoryIds));
  }

  @FieldResolver(() => [AttachmentType], { description: 'Its pictures, at most 10.' })
  pictures(@Root() { pictures }: Product, @Ctx() { call, rooms }: CommerceContext): Attachment[] {
    const to = call.viewer?.id ?? null;
    return pictures.map(
      ({ mediaId, by }) => new Attachment(rooms.grants.seal({ thing: mediaId, by, to }, rooms.clock.now())),
    );
  }

  @FieldResolver(() => PriceRange, { nullable: true, description: 'What its variants cost; null without any.' })
  async priceRange(@Root() { id }: Product, @Ctx() { load }: CommerceContext): Promise<PriceRange | null> {
    const prices = (await load.variantsOf.load(id)).map(priceOf).sort((a, b) => a.amountMinor - b.amountMinor);
    const [min, max] = [prices[0], prices.at(-1)];
    return min && max ? { min: showMoney(min), max: showMoney(max) } : null;
  }
}

@Resolver(() => ProductVariant)
export class ProductVariantFields {
  @FieldResolver(() => MoneyType, { description: 'What one costs.' })
  price(@Root() variant: ProductVariant): MoneyType {
    return showMoney(priceOf(variant));
  }

  @FieldResolver(() => Int, { description: 'How many are left that nobody else is about to buy.' })
  available(@Root() { id }: ProductVariant, @Ctx() { load }: CommerceContext): Promise<number> {
    return load.available.load(id);
  }

  @FieldResolver(() => Boolean, { description: 'Whether any is left.' })
  async isInStock(@Root() { id }: ProductVariant, @Ctx() { load }: CommerceContext): Promise<boolean> {
    return (await load.available.load(id)) > 0;
  }

  @FieldResolver(() => Product, { nullable: true, description: 'What it is a form of.' })
  product(@Root() { productId }: ProductVariant, @Ctx() { load }: CommerceContext): Promise<Product | null> {
    return load.anyProduct.load(productId);
  }
}

@Resolver(() => ProductConnection)
export class ProductConnectionFields {
  @FieldResolver(() => ProductFacetsType, { description: 'Counts over everything that was found.' })
  async facets(
    @Root() { search }: { search: ProductSearch },
    @Ctx() { rooms, load }: CommerceContext,
  ): Promise<ProductFacetsType> {
    const found: ProductFacets = await rooms.read.search.facets(search);
    const shelves = await Promise.all(found.categories.map(({ categoryId }) => load.category.load(categoryId)));
    return {
      count: found.count,
      inStockCount: found.inStockCount,
      categories: found.categories.slice(0, MOST_SHELVES).flatMap(({ count }, at) => {
        const category = shelves[at];
        return category ? [{ category, count }] : [];
      }),
      attributes: found.attributes.map(({ key, values }) => ({ key, values: [...values] })),
      prices: found.prices.map(({ min, max }) => ({ min: showMoney(min), max: showMoney(max) })),
    };
  }
}
