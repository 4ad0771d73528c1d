// Writes products, their variants and their categories. `take` locks; a variant is changed under its product's lock.
import { LockMode } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { MintId } from '@mosaic/kernel/values/ids';
import { foldWords } from '../../domain/fold-words.js';
import { Product } from '../../domain/product.js';
import { ProductCategory } from '../../domain/product-category.js';
import { ProductVariant } from '../../domain/product-variant.js';

export const writeProducts = (em: EntityManager) => {
  /** False when a unique index says no: it decides, so racers cannot both win. */
  const add = async <T extends object>(type: new () => T, row: T): Promise<boolean> => {
    const query = em.createQueryBuilder(type).insert({ ...row } as never);
    const added = await query
      .onConflict()
      .ignore()
      .returning('id' as never)
      .execute('all');
    return (added as unknown[]).length === 1;
  };
  const change = async <T extends { version: number }>(row: T, changes: object): Promise<T> => {
    em.assign(row, { ...changes, version: row.version + 1 } as never);
    await em.flush();
    return row;
  };

  return {
    take: (id: string): Promise<Product | null> =>
      em.findOne(Product, { id } as object, { lockMode: LockMode.PESSIMISTIC_WRITE }),

    /** The variant and its product, which is locked. */
    async takeVariant(id: string): Promise<{ variant: ProductVariant; product: Product } | null> {
      const found = await em.findOne(ProductVariant, { id } as object);
      if (!found) return null;
      const product = await em.findOneOrFail(Product, { id: found.productId } as object, {
        lockMode: LockMode.PESSIMISTIC_WRITE,
      });
      // Read again: it may have changed while its product was waited for.
      const variant = await em.findOneOrFail(ProductVariant, { id } as object, { refresh: true });
      return { variant, product };
    },

    /** A variant that is in the shop. Not locked: its price is what it is at this moment. */
    async offered(id: string): Promise<ProductVariant | null> {
      const variant = await em.findOne(ProductVariant, { id } as object);
      const product = variant && (await em.findOne(Product, { id: variant.productId } as object));
      return product && !product.isArchived ? variant : null;
    },

    variantsOf: (productId: string): Promise<ProductVariant[]> =>
      em.find(ProductVariant, { productId } as object, { orderBy: { createdAt: 'asc', id: 'asc' } as object }),

    /** False when the slug is taken. */
    add: (product: Product): Promise<boolean> => add(Product, product),

    /** False when the SKU is taken. A variant begins with nothing in stock. */
    async addVariant(variant: ProductVariant): Promise<boolean> {
      if (!(await add(ProductVariant, variant))) return false;
      await em.execute('insert into stock (variant_id) values (?)', [variant.id], 'run');
      return true;
    },

    isSlugFree: async (slug: string): Promise<boolean> => (await em.count(Product, { slug } as object)) === 0,

    /** The product or variant, taken before, with some of it changed. */
    change: (product: Product, changes: Partial<Product>): Promise<Product> => change(product, changes),
    changeVariant: (variant: ProductVariant, changes: Partial<ProductVariant>): Promise<ProductVariant> =>
      change(variant, changes),

    /** The ids of these categories, in their order; those there are none of come into being. */
    async shelve(names: readonly string[], mintId: MintId): Promise<string[]> {
      const ids = new Map<string, string>();
      // In one order, so that two who name the same new shelves never wait for each other.
      for (const [foldedName, name] of names.map((name) => [foldWords(name), name] as const).sort()) {
        await add(ProductCategory, { id: mintId('ProductCategory'), name, foldedName });
        const shelf = await em.findOneOrFail(ProductCategory, { foldedName } as object);
        ids.set(foldedName, shelf.id);
      }
      return names.map((name) => ids.get(foldWords(name)) as string);
    },

    categoryNames: async (ids: readonly string[]): Promise<string[]> =>
      (await em.find(ProductCategory, { id: { $in: [...ids] } } as object)).map(({ name }) => name),
  };
};
