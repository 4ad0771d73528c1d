// Root fields that change the shop. For admins.

import { isRefusal } from '@mosaic/kernel/refusal/refusal';
import { viewerOf } from '@mosaic/kernel/subgraph/call';
import { payload } from '@mosaic/kernel/subgraph/graphql-types';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { addProductVariant } from '../use-cases/add-product-variant.js';
import { adjustStock } from '../use-cases/adjust-stock.js';
import { archiveProduct } from '../use-cases/archive-product.js';
import { createProduct } from '../use-cases/create-product.js';
import { updateProduct } from '../use-cases/update-product.js';
import { updateProductVariant } from '../use-cases/update-product-variant.js';
import type { CommerceContext } from './context.js';
import {
  AddProductVariantInput,
  AddProductVariantPayload,
  AdjustStockInput,
  AdjustStockPayload,
  ArchiveProductInput,
  ArchiveProductPayload,
  CreateProductInput,
  CreateProductPayload,
  UpdateProductInput,
  UpdateProductPayload,
  UpdateProductVariantInput,
  UpdateProductVariantPayload,
} from './types/product-inputs.js';

/** Null leaves a field as it is, like an absent one. */
const given = <T extends object>(input: T) =>
  Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as {
    [K in keyof T]: Exclude<T[K], null>;
  };

@Resolver()
export class CatalogueMutations {
  @Mutation(() => CreateProductPayload, {
    description: 'Something new comes into the shop; for admins. Refuses SLUG_TAKEN, TOO_MANY and BAD_INPUT.',
  })
  async createProduct(
    @Arg('input', () => CreateProductInput, { description: 'What it is.' }) input: CreateProductInput,
    @Ctx() { call, rooms }: CommerceContext,
  ) {
    return payload('product', await createProduct(rooms, viewerOf(call), input));
  }

  @Mutation(() => UpdateProductPayload, {
    description:
      'Changes what the shop says of a product; for admins. Refuses NOT_FOUND, CONFLICT, TOO_MANY, BAD_INPUT.',
  })
  async updateProduct(
    @Arg('input', () => UpdateProductInput, { description: 'The change.' }) input: UpdateProductInput,
    @Ctx() { call, rooms }: CommerceContext,
  ) {
    return payload('product', await updateProduct(rooms, viewerOf(call), given(input)));
  }

  @Mutation(() => ArchiveProductPayload, {
    description:
      'Takes a product out of the shop for good; for admins. Doing it again changes nothing. Refuses NOT_FOUND.',
  })
  async archiveProduct(
    @Arg('input', () => ArchiveProductInput, { description: 'Which one.' }) input: ArchiveProductInput,
    @Ctx() { call, rooms }: CommerceContext,
  ) {
    return payload('product', await archiveProduct(rooms, viewerOf(call), input.productId));
  }

  @Mutation(() => AddProductVariantPayload, {
    description:
      'A product can be bought in one more form, at most 50; for admins. Refuses NOT_FOUND, SKU_TAKEN, TOO_MANY, CURRENCY_MISMATCH and BAD_INPUT.',
  })
  async addProductVariant(
    @Arg('input', () => AddProductVariantInput, { description: 'The variant.' }) input: AddProductVariantInput,
    @Ctx() { call, rooms }: CommerceContext,
  ) {
    return payload('variant', await addProductVariant(rooms, viewerOf(call), input));
  }

  @Mutation(() => UpdateProductVariantPayload, {
    description:
      'Changes a variant; for admins. Orders keep the price they were made at. Refuses NOT_FOUND, CONFLICT, CURRENCY_MISMATCH, TOO_MANY and BAD_INPUT.',
  })
  async updateProductVariant(
    @Arg('input', () => UpdateProductVariantInput, { description: 'The change.' }) input: UpdateProductVariantInput,
    @Ctx() { call, rooms }: CommerceContext,
  ) {
    return payload('variant', await updateProductVariant(rooms, viewerOf(call), given(input)));
  }

  @Mutation(() => AdjustStockPayload, {
    description:
      'What is on hand changes, and it is written down why; for admins. Refuses NOT_FOUND, INSUFFICIENT_STOCK, TOO_MANY, BAD_INPUT and IDEMPOTENCY_KEY_REUSED.',
  })
  async adjustStock(
    @Arg('input', () => AdjustStockInput, { description: 'The adjustment.' }) input: AdjustStockInput,
    @Ctx() { call, rooms, load }: CommerceContext,
  ) {
    const outcome = await adjustStock(rooms, viewerOf(call), input);
    if (isRefusal(outcome)) return payload('variant', outcome);
    load.available.clear(outcome);
    return payload('variant', await load.anyVariant.load(outcome));
  }
}
