// Products and variants, as the graph shows them.
import { DateTime } from '@mosaic/kernel/subgraph/date-time';
import { describeType } from '@mosaic/kernel/subgraph/describe-type';
import { connectionType, enumOf } from '@mosaic/kernel/subgraph/graphql-types';
import { Node } from '@mosaic/kernel/subgraph/node';
import { entities } from '@mosaic/schema/entities';
import { describeAttachment } from '@mosaic/schema/types/attachment';
import { MoneyType } from '@mosaic/schema/types/money';
import { Purchasable } from '@mosaic/schema/types/purchasable';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { productSorts } from '../../data/search/search-index.js';
import { Attribute } from '../../domain/attribute.js';
import { Product } from '../../domain/product.js';
import { ProductCategory } from '../../domain/product-category.js';
import { ProductVariant } from '../../domain/product-variant.js';

export const ProductSortEnum = enumOf('ProductSort', 'In what order products are listed.', productSorts);
export const AttachmentType = describeAttachment();

const keyed = { directives: ['@key(fields: "id")'] };
const id = [() => ID, 'Opaque global id.'] as const;

describeType(Attribute, 'ProductAttribute', {
  description: 'A property of a product or of a variant.',
  fields: { key: [() => String, 'Its name, e.g. color.'], value: [() => String, 'What it is, e.g. red.'] },
});

describeType(ProductCategory, 'ProductCategory', {
  description: 'A shelf of the shop.',
  fields: { id, name: [() => String, 'Its name.'] },
});

describeType(Product, 'Product', {
  ...keyed,
  implements: [Node],
  description: entities.Product.description,
  fields: {
    id,
    slug: [() => String, 'Its name in addresses: lower case letters, digits and hyphens; unique.'],
    name: [() => String, 'Its name: 1 to 120 characters on one line.'],
    description: [() => String, 'What it is, at most 4000 characters; empty when nothing is said.'],
    attributes: [() => [Attribute], 'What all its variants have in common, at most 20.'],
    isArchived: [() => Boolean, 'Whether it is out of the shop for good; orders keep it.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the product.'],
    createdAt: [() => DateTime, 'When it came into the shop.'],
  },
});

describeType(ProductVariant, 'ProductVariant', {
  ...keyed,
  implements: [Node, Purchasable],
  description: entities.ProductVariant.description,
  fields: {
    id,
    sku: [() => String, 'The shop’s own article number; unique.'],
    name: [() => String, 'What sets it apart from the others: 1 to 120 characters on one line.'],
    attributes: [() => [Attribute], 'What sets it apart, at most 20.'],
    version: [() => Int, 'Grows with every change; name it in `expectedVersion` when changing the variant.'],
    createdAt: [() => DateTime, 'When it came into the shop.'],
  },
});

@ObjectType({ description: 'From the cheapest to the dearest, in one currency.' })
export class PriceRange {
  @Field(() => MoneyType, { description: 'The lowest price.' })
  min: MoneyType;

  @Field(() => MoneyType, { description: 'The highest price.' })
  max: MoneyType;
}

@ObjectType({ description: 'How many of the products found stand on a shelf.' })
export class CategoryFacet {
  @Field(() => ProductCategory, { description: 'The shelf.' })
  category: ProductCategory;

  @Field(() => Int, { description: 'How many products.' })
  count: number;
}

@ObjectType({ description: 'How many of the products found have a value.' })
export class AttributeValueFacet {
  @Field(() => String, { description: 'The value.' })
  value: string;

  @Field(() => Int, { description: 'How many products have it, themselves or in a variant.' })
  count: number;
}

@ObjectType({ description: 'The values of one attribute among the products found.' })
export class AttributeFacet {
  @Field(() => String, { description: 'The attribute’s name.' })
  key: string;

  @Field(() => [AttributeValueFacet], { description: 'Its values, the most frequent first, at most 20.' })
  values: AttributeValueFacet[];
}

@ObjectType('ProductFacets', { description: 'Counts over all products that were found, not only one page.' })
export class ProductFacetsType {
  @Field(() => Int, { description: 'How many products were found.' })
  count: number;

  @Field(() => Int, { description: 'How many of them have something left.' })
  inStockCount: number;

  @Field(() => [CategoryFacet], { description: 'Their shelves, the fullest first, at most 50.' })
  categories: CategoryFacet[];

  @Field(() => [AttributeFacet], { description: 'Their attributes, the most frequent first, at most 20.' })
  attributes: AttributeFacet[];

  @Field(() => [PriceRange], { description: 'What their variants cost, one range per currency, at most 200.' })
  prices: PriceRange[];
}

export const ProductConnection = connectionType('Product', Product);
