// One form of a product, e.g. a size: what a cart line and an order line are about.

import type { Id } from '@mosaic/kernel/values/ids';
import type { Money } from '@mosaic/kernel/values/money';
import type { Attribute } from './attribute.js';

export class ProductVariant {
  id: Id<'ProductVariant'>;
  productId: Id<'Product'>;
  /** The shop's own article number; unique. */
  sku: string;
  name: string;
  priceMinor: number;
  /** All variants of a product share one. */
  currency: string;
  attributes: Attribute[];
  version: number;
  createdAt: Date;
}

export const priceOf = ({ priceMinor, currency }: Pick<ProductVariant, 'priceMinor' | 'currency'>): Money => ({
  amountMinor: priceMinor,
  currency,
});
