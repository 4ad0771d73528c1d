// Inputs and payloads of what admins do with the shop.
import { MoneyInput } from '@mosaic/schema/types/money';
import { GraphQLUUID } from 'graphql-scalars';
import { Field, ID, InputType, Int } from 'type-graphql';
import { Product } from '../../domain/product.js';
import { ProductVariant } from '../../domain/product-variant.js';
import { payloadType } from './payload-type.js';

const theProduct = { type: () => Product, description: 'The product, as it is now.' };
const theVariant = { type: () => ProductVariant, description: 'The variant, as it is now.' };

export const CreateProductPayload = payloadType('CreateProduct', 'product', theProduct);
export const UpdateProductPayload = payloadType('UpdateProduct', 'product', theProduct);
export const ArchiveProductPayload = payloadType('ArchiveProduct', 'product', theProduct);
export const AddProductVariantPayload = payloadType('AddProductVariant', 'variant', theVariant);
export const UpdateProductVariantPayload = payloadType('UpdateProductVariant', 'variant', theVariant);
export const AdjustStockPayload = payloadType('AdjustStock', 'variant', theVariant);

@InputType({ description: 'A property of a product or of a variant.' })
export class ProductAttributeInput {
  @Field(() => String, { description: 'Its name: 1 to 40 characters.' })
  key: string;

  @Field(() => String, { description: 'What it is: 1 to 80 characters.' })
  value: string;
}

@InputType({ description: 'Something new for the shop. Its slug makes a repetition harmless.' })
export class CreateProductInput {
  @Field(() => String, { description: 'At most 80 lower case letters, digits and hyphens; unique.' })
  slug: string;

  @Field(() => String, { description: '1 to 120 characters on one line.' })
  name: string;

  @Field(() => String, { defaultValue: '', description: 'At most 4000 characters.' })
  description: string;

  @Field(() => [ProductAttributeInput], { defaultValue: [], description: 'At most 20, each name once.' })
  attributes: ProductAttributeInput[];

  @Field(() => [String], { defaultValue: [], description: 'Names of shelves, at most 5; new ones come into being.' })
  categories: string[];

  @Field(() => [ID], { defaultValue: [], description: 'Pictures of the viewer’s own, at most 10.' })
  mediaIds: string[];
}

@InputType({ description: 'What to change of a product; what is absent or null stays.' })
export class UpdateProductInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '1 to 120 characters on one line.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 4000 characters; empty empties it.' })
  description?: string | null;

  @Field(() => [ProductAttributeInput], { nullable: true, description: 'All of them, at most 20.' })
  attributes?: ProductAttributeInput[] | null;

  @Field(() => [String], { nullable: true, description: 'All its shelves, at most 5.' })
  categories?: string[] | null;

  @Field(() => [ID], { nullable: true, description: 'All its pictures, at most 10; new ones are the viewer’s own.' })
  mediaIds?: string[] | null;
}

@InputType({ description: 'Which product goes out of the shop.' })
export class ArchiveProductInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;
}

@InputType({ description: 'One more form of a product. Its SKU makes a repetition harmless.' })
export class AddProductVariantInput {
  @Field(() => ID, { description: 'The product.' })
  productId: string;

  @Field(() => String, { description: '1 to 40 letters, digits, dots, hyphens and underscores; unique.' })
  sku: string;

  @Field(() => String, { description: '1 to 120 characters on one line.' })
  name: string;

  @Field(() => MoneyInput, { description: 'More than nothing, in the currency of its siblings.' })
  price: MoneyInput;

  @Field(() => [ProductAttributeInput], { defaultValue: [], description: 'At most 20, each name once.' })
  attributes: ProductAttributeInput[];
}

@InputType({ description: 'What to change of a variant; what is absent or null stays.' })
export class UpdateProductVariantInput {
  @Field(() => ID, { description: 'The variant.' })
  variantId: string;

  @Field(() => Int, { description: 'The `version` the change was made from.' })
  expectedVersion: number;

  @Field(() => String, { nullable: true, description: '1 to 120 characters on one line.' })
  name?: string | null;

  @Field(() => MoneyInput, { nullable: true, description: 'More than nothing, in the same currency as before.' })
  price?: MoneyInput | null;

  @Field(() => [ProductAttributeInput], { nullable: true, description: 'All of them, at most 20.' })
  attributes?: ProductAttributeInput[] | null;
}

@InputType({ description: 'What came in, went missing or was counted.' })
export class AdjustStockInput {
  @Field(() => GraphQLUUID, { description: 'A UUID for this one adjustment; retry with the same.' })
  idempotencyKey: string;

  @Field(() => ID, { description: 'The variant.' })
  variantId: string;

  @Field(() => Int, { description: 'How many more, or fewer when negative; not 0, at most a million.' })
  delta: number;

  @Field(() => String, { description: 'Why: 1 to 200 characters.' })
  reason: string;
}
