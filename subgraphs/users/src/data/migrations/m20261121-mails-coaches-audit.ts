// Suspension and verified addresses, guests who became somebody, mails and their links, coaches and specialties, and the
// audit trail, which can only grow.
import { Migration } from '@mikro-orm/migrations';

export class MailsCoachesAudit extends Migration {
  override up(): void {
    for (const statement of [...people, ...mails, ...coaches, ...audit]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table audit_entries, audit_head, coaches, specialties, mails, link_tokens, adopted_guests');
    this.addSql('drop function refuse_audit_change, refuse_audit_head_change');
    this.addSql('drop index users_created_at, users_email_search, sessions_last_seen_at');
    this.addSql('alter table users drop column status, drop column email_verified_at');
  }
}

const id = 'text collate "C"';

/** A foreign key: the row goes when its person goes. */
const goesWithUser = (table: string) =>
  `constraint "${table}_user_id_foreign" foreign key (user_id) references users (id) on update cascade on delete cascade`;

const people: readonly string[] = [
  `alter table users add column status text not null default 'ACTIVE', add column email_verified_at timestamptz(3)`,
  'create index "users_created_at" on "users" ("created_at")',
  'create index "users_email_search" on "users" using gin (lower("email") gin_trgm_ops)',
  'create index "sessions_last_seen_at" on "sessions" ("last_seen_at")',
  `create table adopted_guests (
    guest_id ${id} primary key,
    user_id ${id} not null,
    adopted_at timestamptz(3) not null,
    ${goesWithUser('adopted_guests')}
  )`,
  'create index "adopted_guests_adopted_at" on "adopted_guests" ("adopted_at")',
];

const mails: readonly string[] = [
  `create table link_tokens (
    hash text collate "C" primary key,
    user_id ${id} not null,
    purpose text not null,
    email text not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    ${goesWithUser('link_tokens')}
  )`,
  'create index "link_tokens_user_id_index" on "link_tokens" ("user_id")',
  'create index "link_tokens_expires_at" on "link_tokens" ("expires_at")',
  `create table mails (
    id ${id} primary key,
    kind text not null,
    address text not null,
    user_id ${id},
    parameters jsonb not null,
    token_seed text,
    made_at timestamptz(3) not null,
    due_at timestamptz(3),
    tries integer not null,
    expires_at timestamptz(3) not null,
    sent_at timestamptz(3),
    problem text,
    ${goesWithUser('mails')}
  )`,
  'create index "mails_due" on "mails" ("due_at", "id") where "due_at" is not null',
  'create index "mails_over" on "mails" ("made_at") where "due_at" is null',
];

const coaches: readonly string[] = [
  `create table specialties (
    id ${id} primary key,
    name_en text not null,
    name_fr text not null,
    folded_en text collate "C" not null,
    folded_fr text collate "C" not null,
    archived_at timestamptz(3),
    created_at timestamptz(3) not null,
    constraint "specialties_folded_en" unique (folded_en),
    constraint "specialties_folded_fr" unique (folded_fr)
  )`,
  `create table coaches (
    id ${id} primary key,
    user_id ${id} not null,
    sort_name text collate "C" not null,
    headline text not null,
    bio text not null,
    rate_minor integer not null,
    rate_currency text not null,
    time_zone text not null,
    specialty_ids text[] not null,
    standing text not null,
    decision_reason text not null,
    search_text text collate "C" not null,
    version integer not null,
    created_at timestamptz(3) not null,
    constraint "coaches_user" unique (user_id),
    ${goesWithUser('coaches')}
  )`,
  'create index "coaches_directory" on "coaches" ("standing", "sort_name", "id")',
  'create index "coaches_search" on "coaches" using gin ("search_text" gin_trgm_ops)',
  'create index "coaches_specialties" on "coaches" using gin ("specialty_ids")',
];

const audit: readonly string[] = [
  `create table audit_entries (
    position integer primary key,
    id ${id} not null,
    actor_id text collate "C" not null,
    action text collate "C" not null,
    subject_id text collate "C" not null,
    details text not null,
    occurred_at timestamptz(3) not null,
    previous_digest text collate "C" not null,
    digest text collate "C" not null,
    constraint "audit_entries_id" unique (id),
    constraint "audit_entries_previous_digest" unique (previous_digest)
  )`,
  'create index "audit_entries_actor" on "audit_entries" ("actor_id", "position")',
  'create index "audit_entries_action" on "audit_entries" ("action", "position")',
  'create index "audit_entries_subject" on "audit_entries" ("subject_id", "position")',
  `create function refuse_audit_change() returns trigger language plpgsql as $$
   begin raise exception 'the audit trail only grows: % is refused', tg_op using errcode = 'restrict_violation'; end $$`,
  `create trigger audit_entries_only_grow before update or delete on audit_entries
   for each row execute function refuse_audit_change()`,
  `create trigger audit_entries_never_emptied before truncate on audit_entries
   for each statement execute function refuse_audit_change()`,
  // Where the chain ends, kept apart: without it the last entries could be taken away and the rest would still be a chain.
  `create table audit_head (
    is_only boolean primary key default true check (is_only),
    position integer not null,
    digest text not null
  )`,
  `insert into audit_head (position, digest) values (0, repeat('0', 64))`,
  `create function refuse_audit_head_change() returns trigger language plpgsql as $$
   begin
     if tg_op = 'UPDATE' and new.position = old.position + 1 then return new; end if;
     raise exception 'the audit trail only grows: % of its head is refused', tg_op using errcode = 'restrict_violation';
   end $$`,
  `create trigger audit_head_only_grows before insert or update or delete on audit_head
   for each row execute function refuse_audit_head_change()`,
  `create trigger audit_head_never_emptied before truncate on audit_head
   for each statement execute function refuse_audit_head_change()`,
];
