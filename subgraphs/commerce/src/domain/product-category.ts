// A shelf of the shop. Categories come into being when a product first names them.
import type { Id } from '@mosaic/kernel/values/ids';

export class ProductCategory {
  id: Id<'ProductCategory'>;
  name: string;
  /** Unique: "Chaussures" and "chaussures" are one shelf. */
  foldedName: string;
}
