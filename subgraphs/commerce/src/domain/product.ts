// Something the shop sells. What can be bought of it are its variants.
import type { Id } from '@mosaic/kernel/values/ids';
import type { Attribute } from './attribute.js';

/** A picture of media, and whose word it is that others may see it: the one who hung it here. */
export interface Picture {
  readonly mediaId: string;
  readonly by: string;
}

export class Product {
  id: Id<'Product'>;
  /** Lower case letters, digits and hyphens; unique. */
  slug: string;
  name: string;
  /** Empty when there is none. */
  description: string;
  attributes: Attribute[];
  categoryIds: string[];
  pictures: Picture[];
  /** Archived: out of the shop for good, still in the orders it was sold by. */
  isArchived: boolean;
  /** Grows by one with every change; a change names the version it was made from. */
  version: number;
  createdAt: Date;
}
