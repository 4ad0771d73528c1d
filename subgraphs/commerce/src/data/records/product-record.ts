// How a Product is stored.
import { EntitySchema } from '@mikro-orm/core';
import { Product } from '../../domain/product.js';
import { idColumn, instant, json, text } from './columns.js';

export const ProductRecord = new EntitySchema<Product>({
  class: Product,
  tableName: 'products',
  properties: {
    id: { ...idColumn, primary: true },
    slug: text,
    name: text,
    description: text,
    attributes: json,
    categoryIds: json,
    pictures: json,
    isArchived: { type: 'boolean' },
    version: { type: 'integer' },
    createdAt: instant,
  },
  uniques: [{ name: 'products_slug', properties: ['slug'] }],
});
