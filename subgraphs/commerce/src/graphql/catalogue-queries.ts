// Root fields that read the shop.
import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { Product } from '../domain/product.js';
import type { CommerceContext } from './context.js';

@Resolver()
export class CatalogueQueries {
  @Query(() => Product, { nullable: true, description: 'Something the shop sells; null when there is none.' })
  product(
    @Arg('id', () => ID, { description: 'The product.' }) id: string,
    @Ctx() { load }: CommerceContext,
  ): Promise<Product | null> {
    return load.product.load(id);
  }
}
