// How a ProductVariant is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Product } from '../../domain/product.js';
import { ProductVariant } from '../../domain/product-variant.js';
import { amount, idColumn, idOf, instant, json, text } from './columns.js';

export const ProductVariantRecord = new EntitySchema<ProductVariant>({
  class: ProductVariant,
  tableName: 'product_variants',
  properties: {
    id: { ...idColumn, primary: true },
    productId: idOf(() => Product, 'product_id'),
    sku: text,
    name: text,
    priceMinor: amount,
    currency: text,
    attributes: json,
    version: { type: 'integer' },
    createdAt: instant,
  },
  uniques: [{ name: 'product_variants_sku', properties: ['sku'] }],
  indexes: [
    { name: 'product_variants_of', properties: ['productId', 'createdAt', 'id'] },
    { name: 'product_variants_price', properties: ['currency', 'priceMinor', 'productId'] },
  ],
});
