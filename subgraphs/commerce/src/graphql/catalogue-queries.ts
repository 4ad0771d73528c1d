// Root fields that read the shop and the cart. The shop is open to everybody.
import { refuse } from '@mosaic/kernel/refusal/catalogue';
import { RefusedError } from '@mosaic/kernel/refusal/refusal';
import { ConnectionArgs } from '@mosaic/kernel/subgraph/graphql-types';
import { MoneyInput } from '@mosaic/schema/types/money';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Int, Query, Resolver } from 'type-graphql';
import { MOST_POPULAR } from '../data/popular-products.js';
import type { Hit, ProductSearch, ProductSort } from '../data/search/search-index.js';
import { Cart } from '../domain/cart.js';
import { Product } from '../domain/product.js';
import { openCart } from '../use-cases/open-cart.js';
import { connect } from './connect.js';
import { buyerOf, type CommerceContext } from './context.js';
import { ProductAttributeInput } from './types/product-inputs.js';
import { ProductConnection, ProductSortEnum } from './types/product-types.js';

@ArgsType()
class ProductsArgs extends ConnectionArgs {
  @Field(() => String, {
    nullable: true,
    description: 'Words in French or English; accents do not matter, and a slip of the keys is forgiven.',
  })
  @MaxLength(100)
  search?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only what stands on this shelf.' })
  categoryId?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'Only what has a variant at this price or above.' })
  minPrice?: MoneyInput | null;

  @Field(() => MoneyInput, {
    nullable: true,
    description: 'Only what has a variant at this price or below, in the currency of `minPrice`.',
  })
  maxPrice?: MoneyInput | null;

  @Field(() => Boolean, { nullable: true, description: 'True: only what is left; false: only what is sold out.' })
  inStock?: boolean | null;

  @Field(() => [ProductAttributeInput], {
    nullable: true,
    description: 'Only what has these, itself or in a variant; of two values of one key either will do. At most 20.',
  })
  @ArrayMaxSize(20)
  attributes?: ProductAttributeInput[] | null;

  @Field(() => ProductSortEnum, { defaultValue: 'RELEVANCE', description: 'In what order.' })
  sort: ProductSort;
}

@Resolver()
export class CatalogueQueries {
  @Query(() => Product, {
    nullable: true,
    description: 'Something the shop sells, by exactly one of id and slug; null when there is none.',
  })
  async product(
    @Arg('id', () => ID, { nullable: true, description: 'The product.' }) id: string | null | undefined,
    @Arg('slug', () => String, { nullable: true, description: 'Its name in addresses.' })
    slug: string | null | undefined,
    @Ctx() { load, rooms }: CommerceContext,
  ): Promise<Product | null> {
    if ((id == null) === (slug == null))
      throw new RefusedError(refuse('BAD_INPUT', { reason: 'give exactly one of id and slug' }));
    if (id != null) return load.product.load(id);
    const found = /^[a-z0-9-]{1,80}$/.test(slug ?? '') ? await rooms.read.products.bySlug(slug ?? '') : null;
    return found && load.product.load(found.id);
  }

  @Query(() => ProductConnection, { description: 'What the shop sells. Everything that is asked for must hold.' })
  async products(
    @Args(() => ProductsArgs) { first, last, after, before, ...asked }: ProductsArgs,
    @Ctx() { asker, load, rooms }: CommerceContext,
  ): Promise<object> {
    const search = readSearch(asked);
    const page = { first: first ?? null, last: last ?? null, after: after ?? null, before: before ?? null };
    const found = await connect(
      rooms.seal,
      asker,
      `products ${JSON.stringify(search)}`,
      page,
      ({ key }: Hit) => key,
      (at) => rooms.read.search.page(search, at),
    );
    const products = await Promise.all(found.edges.map(({ node }) => load.product.load(node.productId)));
    const edges = found.edges.flatMap(({ cursor }, at) => (products[at] ? [{ cursor, node: products[at] }] : []));
    return { edges, pageInfo: found.pageInfo, search };
  }

  @Query(() => [Product], {
    description: 'What sold most in the last seven days, the best first, at most 50; counted about once a minute.',
  })
  async popularProducts(
    @Arg('first', () => Int, { defaultValue: 10, description: 'How many, 1 to 50.' }) first: number,
    @Ctx() { load, popular }: CommerceContext,
  ): Promise<Product[]> {
    if (first < 1 || first > MOST_POPULAR)
      throw new RefusedError(refuse('BAD_INPUT', { reason: `first is 1 to ${MOST_POPULAR}` }).at('first'));
    const ids = (await popular()).slice(0, first);
    const products = await Promise.all(ids.map((id) => load.product.load(id)));
    // What left the shop since it was counted.
    return products.filter((product) => product !== null && !product.isArchived) as Product[];
  }

  @Query(() => Cart, { description: 'What the viewer, or else the guest, means to buy.' })
  cart(@Ctx() context: CommerceContext): Promise<Cart> {
    return openCart(context.rooms, buyerOf(context));
  }
}

function readSearch(asked: Omit<ProductsArgs, keyof ConnectionArgs>): ProductSearch {
  const { search, categoryId, minPrice, maxPrice, inStock, attributes, sort } = asked;
  if (minPrice && maxPrice && minPrice.currency !== maxPrice.currency)
    throw new RefusedError(refuse('BAD_INPUT', { reason: 'both prices are in one currency' }).at('maxPrice'));
  return {
    text: (search ?? '').replaceAll('\0', ''),
    categoryId: categoryId?.replaceAll('\0', '') ?? null,
    minPrice: minPrice ?? null,
    maxPrice: maxPrice ?? null,
    inStock: inStock ?? null,
    attributes: (attributes ?? []).map(({ key, value }) => ({
      key: key.replaceAll('\0', ''),
      value: value.replaceAll('\0', ''),
    })),
    sort,
  };
}
