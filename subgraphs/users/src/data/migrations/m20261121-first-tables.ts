// The first tables: people, their credentials, sessions and refresh tokens; outbox and inbox.
import { Migration } from '@mikro-orm/migrations';
import { outboxTables } from '@mosaic/kernel/stores/postgres-outbox';

export class FirstTables extends Migration {
  override up(): void {
    for (const statement of [...tables, ...outboxTables]) this.addSql(statement);
  }

  override down(): void {
    this.addSql('drop table refresh_tokens, sessions, credentials, sign_in_attempts, users, outbox, inbox');
  }
}

const id = 'text collate "C"';

/** A foreign key: the row goes when what it belongs to goes. */
const goesWith = (table: string, column: string, owner: string) =>
  `constraint "${table}_${column}_foreign" foreign key (${column}) references ${owner} (id)
     on update cascade on delete cascade`;

const tables: readonly string[] = [
  // Trusted since PostgreSQL 13: the owner of the database may create it.
  'create extension if not exists pg_trgm',

  `create table users (
    id ${id} primary key,
    email text not null,
    display_name text not null,
    sort_name text collate "C" not null,
    bio text not null,
    locale text not null,
    role text not null,
    version integer not null,
    created_at timestamptz(3) not null
  )`,
  'create unique index "users_email" on "users" (lower("email"))',
  'create index "users_directory" on "users" ("sort_name", "id")',
  'create index "users_search" on "users" using gin ("sort_name" gin_trgm_ops)',

  `create table credentials (
    user_id ${id} primary key,
    password_hash text not null,
    changed_at timestamptz(3) not null,
    ${goesWith('credentials', 'user_id', 'users')}
  )`,

  `create table sessions (
    id ${id} primary key,
    user_id ${id} not null,
    device text not null,
    created_at timestamptz(3) not null,
    last_seen_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    ended_at timestamptz(3),
    ${goesWith('sessions', 'user_id', 'users')}
  )`,
  'create index "sessions_living" on "sessions" ("user_id", "last_seen_at") where "ended_at" is null',

  `create table refresh_tokens (
    hash text collate "C" primary key,
    session_id ${id} not null,
    parent_hash text collate "C",
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    successor_seed text,
    constraint "refresh_tokens_parent" unique (parent_hash),
    ${goesWith('refresh_tokens', 'session_id', 'sessions')}
  )`,
  'create index "refresh_tokens_session_id_index" on "refresh_tokens" ("session_id")',

  `create table sign_in_attempts (
    account text collate "C" primary key,
    count integer not null,
    window_ends_at timestamptz(3) not null
  )`,
  'create index "sign_in_attempts_window" on "sign_in_attempts" ("window_ends_at")',
];
