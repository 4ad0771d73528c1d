// Orders, payments, refunds, the inbox of the payment service, and the double-entry ledger.
import { Migration } from '@mikro-orm/migrations';

export class OrdersAndLedger extends Migration {
  override up(): void {
    for (const statement of [...orders, ...payments, ...ledger, ...ledgerRules]) this.addSql(statement);
  }

  override down(): void {
    this.addSql(`drop table ledger_entries, ledger_transactions, ledger_accounts, provider_inbox, refunds,
      payment_events, payments, order_steps, order_lines, orders`);
    this.addSql('drop sequence order_numbers');
    this.addSql('drop function refuse_ledger_change, refuse_unbalanced, keep_balances');
  }
}

const id = 'text collate "C"';
const goesWith = (table: string, column: string, owner: string) =>
  `constraint "${table}_${column}_foreign" foreign key (${column}) references ${owner} (id)
     on update cascade on delete cascade`;

const orders: readonly string[] = [
  'create sequence order_numbers',
  `create table orders (
    id ${id} primary key,
    number text not null,
    buyer_id ${id} not null,
    status text not null,
    total_minor bigint not null,
    currency text not null,
    placed_at timestamptz(3) not null,
    reserved_until timestamptz(3) not null,
    holds_stock boolean not null,
    constraint "orders_number" unique (number)
  )`,
  'create index "orders_of_buyer" on "orders" ("buyer_id", "placed_at", "id")',
  'create index "orders_by_status" on "orders" ("status", "placed_at", "id")',
  'create index "orders_placed" on "orders" ("placed_at", "id")',
  `create index "orders_due" on "orders" ("reserved_until") where "status" in ('PENDING_PAYMENT', 'PAYMENT_DECLINED')`,
  `create table order_lines (
    id ${id} primary key,
    order_id ${id} not null,
    place integer not null,
    item_id ${id} not null,
    claim_id ${id},
    title text not null,
    quantity integer not null,
    unit_minor bigint not null,
    currency text not null,
    held_until timestamptz(3),
    status text not null,
    is_sold boolean not null,
    ${goesWith('order_lines', 'order_id', 'orders')}
  )`,
  'create index "order_lines_of" on "order_lines" ("order_id", "place")',
  'create index "order_lines_claims" on "order_lines" ("claim_id") where "claim_id" is not null',
  `create table order_steps (
    seq bigint generated always as identity primary key,
    order_id ${id} not null references orders (id),
    status text not null,
    at timestamptz(3) not null
  )`,
  'create index order_steps_of on order_steps (order_id, seq)',
];

const payments: readonly string[] = [
  `create table payments (
    id ${id} primary key,
    order_id ${id} not null,
    buyer_id ${id} not null,
    status text not null,
    amount_minor bigint not null,
    currency text not null,
    intent_id text,
    client_secret text,
    attempts integer not null,
    is_captured boolean not null,
    refunded_minor bigint not null,
    created_at timestamptz(3) not null,
    due_at timestamptz(3),
    constraint "payments_order" unique (order_id),
    constraint "payments_intent" unique (intent_id),
    ${goesWith('payments', 'order_id', 'orders')}
  )`,
  'create index "payments_of_buyer" on "payments" ("buyer_id", "created_at", "id")',
  'create index "payments_due" on "payments" ("due_at") where "due_at" is not null',
  // What the payment service told: each fact once, whoever told it first.
  `create table payment_events (
    seq bigint generated always as identity primary key,
    payment_id ${id} not null references payments (id),
    type text not null,
    ref text not null,
    at timestamptz(3) not null,
    unique (payment_id, type, ref)
  )`,
  `create table refunds (
    id ${id} primary key,
    order_id ${id} not null,
    payment_id ${id} not null,
    amount_minor bigint not null,
    currency text not null,
    line_ids jsonb not null,
    reason text not null,
    status text not null,
    provider_ref text,
    is_applied boolean not null,
    tries integer not null,
    created_at timestamptz(3) not null,
    due_at timestamptz(3) not null,
    constraint "refunds_provider_ref" unique (provider_ref),
    ${goesWith('refunds', 'order_id', 'orders')},
    ${goesWith('refunds', 'payment_id', 'payments')}
  )`,
  'create index "refunds_of" on "refunds" ("order_id", "created_at")',
  `create index "refunds_due" on "refunds" ("due_at") where "status" = 'DUE'`,
  // An event's row stands or falls with its effect.
  `create table provider_inbox (
    provider text not null,
    event_id text not null,
    applied_at timestamptz(3) not null,
    primary key (provider, event_id)
  )`,
];

const ledger: readonly string[] = [
  // The balance is kept by the trigger below: nobody writes it.
  `create table ledger_accounts (
    name text collate "C" not null,
    currency text not null,
    balance bigint not null default 0,
    primary key (name, currency)
  )`,
  `create table ledger_transactions (
    id ${id} primary key,
    kind text not null,
    ref text not null,
    order_id ${id} not null,
    occurred_at timestamptz(3) not null,
    unique (kind, ref)
  )`,
  'create index ledger_transactions_when on ledger_transactions (occurred_at)',
  `create table ledger_entries (
    seq bigint generated always as identity primary key,
    transaction_id ${id} not null references ledger_transactions (id),
    account text collate "C" not null,
    currency text not null,
    amount_minor bigint not null check (amount_minor <> 0),
    foreign key (account, currency) references ledger_accounts (name, currency)
  )`,
  'create index ledger_entries_of on ledger_entries (transaction_id)',
  'create index ledger_entries_account on ledger_entries (account, currency)',
];

const ledgerRules: readonly string[] = [
  `create function refuse_ledger_change() returns trigger language plpgsql as
    $$ begin raise exception 'the ledger is only ever added to'; end $$`,
  ...['ledger_transactions', 'ledger_entries'].map(
    (table) => `create trigger ${table}_stay before update or delete or truncate on ${table}
      for each statement execute function refuse_ledger_change()`,
  ),

  // Looked at when the transaction commits: then each currency of what was posted sums to zero, or nothing stands.
  `create function refuse_unbalanced() returns trigger language plpgsql as $$
    begin
      if exists (select from ledger_entries where transaction_id = new.transaction_id
                 group by currency having sum(amount_minor) <> 0) then
        raise exception 'ledger transaction % does not balance', new.transaction_id using errcode = '23514';
      end if;
      return null;
    end $$`,
  `create constraint trigger ledger_balances after insert on ledger_entries
    deferrable initially deferred for each row execute function refuse_unbalanced()`,

  // Accounts are locked in order first, so that two postings never wait for each other.
  `create function keep_balances() returns trigger language plpgsql as $$
    begin
      perform 1 from ledger_accounts where (name, currency) in (select account, currency from added)
        order by name, currency for no key update;
      update ledger_accounts set balance = balance + change.amount
        from (select account, currency, sum(amount_minor) as amount from added group by account, currency) as change
        where ledger_accounts.name = change.account and ledger_accounts.currency = change.currency;
      return null;
    end $$`,
  `create trigger ledger_entries_count after insert on ledger_entries
    referencing new table as added for each statement execute function keep_balances()`,
];
