// How a ProductCategory is stored.
import { EntitySchema } from '@mikro-orm/core';
import { ProductCategory } from '../../domain/product-category.js';
import { idColumn, text } from './columns.js';

export const ProductCategoryRecord = new EntitySchema<ProductCategory>({
  class: ProductCategory,
  tableName: 'product_categories',
  properties: {
    id: { ...idColumn, primary: true },
    name: text,
    foldedName: text,
  },
  uniques: [{ name: 'product_categories_name', properties: ['foldedName'] }],
});
