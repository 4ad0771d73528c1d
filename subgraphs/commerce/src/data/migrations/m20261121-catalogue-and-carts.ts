// Products, stock, search and carts; outbox, inbox and idempotency keys.
import { Migration } from '@mikro-orm/migrations';
import { idempotencyTables } from '@mosaic/kernel/stores/postgres-idempotency';
import { outboxTables } from '@mosaic/kernel/stores/postgres-outbox';

export class CatalogueAndCarts extends Migration {
  override up(): void {
    for (const statement of [...catalogue, ...stock, ...search, ...carts, ...outboxTables, ...idempotencyTables])
      this.addSql(statement);
  }

  override down(): void {
    this.addSql(`drop table cart_lines, carts, adopted_guests, product_search, stock_movements, stock, product_variants,
      products, product_categories, outbox, inbox, idempotency_keys`);
    this.addSql('drop function refuse_stock_movement_change');
  }
}

const id = 'text collate "C"';

const catalogue: readonly string[] = [
  `create table product_categories (
    id ${id} primary key,
    name text not null,
    folded_name text not null,
    constraint "product_categories_name" unique (folded_name)
  )`,

  `create table products (
    id ${id} primary key,
    slug text not null,
    name text not null,
    description text not null,
    attributes jsonb not null,
    category_ids jsonb not null,
    pictures jsonb not null,
    is_archived boolean not null,
    version integer not null,
    created_at timestamptz(3) not null,
    constraint "products_slug" unique (slug)
  )`,

  `create table product_variants (
    id ${id} primary key,
    product_id ${id} not null,
    sku text not null,
    name text not null,
    price_minor bigint not null,
    currency text not null,
    attributes jsonb not null,
    version integer not null,
    created_at timestamptz(3) not null,
    constraint "product_variants_sku" unique (sku),
    constraint "product_variants_product_id_foreign" foreign key (product_id) references products (id)
      on update cascade on delete cascade
  )`,
  'create index "product_variants_price" on "product_variants" ("currency", "price_minor", "product_id")',
  'create index "product_variants_of" on "product_variants" ("product_id", "created_at", "id")',
];

const stock: readonly string[] = [
  // The check is belt and braces: the guarded update of the writer never lets it come to that.
  `create table stock (
    variant_id ${id} primary key references product_variants (id),
    on_hand integer not null default 0,
    reserved integer not null default 0,
    constraint stock_covers_reservations check (reserved between 0 and on_hand)
  )`,

  // What is on hand is the sum of these. They are never changed.
  `create table stock_movements (
    seq bigint generated always as identity primary key,
    variant_id ${id} not null references stock (variant_id),
    kind text not null check (kind in ('ADJUSTMENT', 'SALE', 'RETURN')),
    delta integer not null check (delta <> 0),
    reason text not null,
    by_id ${id},
    happened_at timestamptz(3) not null
  )`,
  'create index stock_movements_of on stock_movements (variant_id, seq)',
  `create function refuse_stock_movement_change() returns trigger language plpgsql as
    $$ begin raise exception 'stock movements are never changed'; end $$`,
  `create trigger stock_movements_stay before update or delete on stock_movements
    for each row execute function refuse_stock_movement_change()`,
];

const search: readonly string[] = [
  // Trusted since PostgreSQL 13: the owner of the database may create it.
  'create extension if not exists pg_trgm',

  // What the shop finds a product by; written with every change of the product. Archived products have no row.
  `create table product_search (
    product_id ${id} primary key references products (id),
    sort_name text collate "C" not null,
    folded text not null,
    words tsvector not null,
    category_ids text[] not null,
    attributes text[] not null,
    lowest_price bigint not null,
    created_at timestamptz(3) not null
  )`,
  'create index product_search_newest on product_search (created_at, product_id)',
  'create index product_search_name on product_search (sort_name, product_id)',
  'create index product_search_price on product_search (lowest_price, product_id)',
  'create index product_search_words on product_search using gin (words)',
  'create index product_search_typos on product_search using gin (folded gin_trgm_ops)',
  'create index product_search_categories on product_search using gin (category_ids)',
  'create index product_search_attributes on product_search using gin (attributes)',
];

const carts: readonly string[] = [
  // A buyer is a User or a Guest, whose rows are another subgraph's.
  `create table carts (
    id ${id} primary key,
    buyer_id ${id} not null unique,
    created_at timestamptz(3) not null
  )`,

  // The price is the one the buyer saw last; of a claim, the one its owner gave it.
  `create table cart_lines (
    id ${id} primary key,
    cart_id ${id} not null references carts (id),
    item_id ${id} not null,
    claim_id ${id} unique,
    title text,
    quantity integer not null check (quantity between 1 and 99),
    price_minor bigint not null,
    currency text not null,
    held_until timestamptz(3),
    added_at timestamptz(3) not null,
    seq bigint generated always as identity,
    check ((claim_id is null) = (held_until is null) and (claim_id is null) = (title is null))
  )`,
  'create unique index cart_lines_of_variants on cart_lines (cart_id, item_id) where claim_id is null',
  'create index cart_lines_of_cart on cart_lines (cart_id, added_at, seq)',

  // Whose a guest's things are now, for whatever arrives later.
  `create table adopted_guests (
    guest_id ${id} primary key,
    user_id ${id} not null,
    adopted_at timestamptz(3) not null
  )`,
];
