// Coaches, their schedules and offerings, appointments, the calendars' logs; outbox, inbox and idempotency keys.
import { Migration } from '@mikro-orm/migrations';
import { idempotencyTables } from '@mosaic/kernel/stores/postgres-idempotency';
import { outboxTables } from '@mosaic/kernel/stores/postgres-outbox';

export class SchedulesAndAppointments extends Migration {
  override up(): void {
    for (const statement of [...tables, ...outboxTables, ...idempotencyTables]) this.addSql(statement);
  }

  override down(): void {
    this.addSql(
      `drop table calendar_events, calendars, appointments, offerings, schedule_overrides, schedules, coaches,
       outbox, inbox, idempotency_keys`,
    );
  }
}

const id = 'text collate "C"';

const tables: readonly string[] = [
  // Trusted since PostgreSQL 13: the owner of the database may create it.
  'create extension if not exists btree_gist',

  `create table coaches (
    user_id ${id} primary key,
    standing text not null,
    time_zone text not null,
    known_at timestamptz(3) not null
  )`,

  `create table schedules (
    coach_user_id ${id} primary key,
    time_zone text not null,
    rules jsonb not null
  )`,

  `create table schedule_overrides (
    coach_user_id ${id} not null,
    date text collate "C" not null,
    hours jsonb not null,
    primary key (coach_user_id, date)
  )`,

  `create table offerings (
    id ${id} primary key,
    coach_user_id ${id} not null,
    name text not null,
    minutes integer not null,
    buffer_before_minutes integer not null,
    buffer_after_minutes integer not null,
    start_every_minutes integer not null,
    notice_minutes integer not null,
    horizon_days integer not null,
    price_minor bigint not null,
    currency text not null,
    requires_confirmation boolean not null,
    is_archived boolean not null,
    version integer not null,
    created_at timestamptz(3) not null
  )`,
  'create index "offerings_coach" on "offerings" ("coach_user_id", "created_at")',

  `create table appointments (
    id ${id} primary key,
    offering_id ${id} not null,
    coach_user_id ${id} not null,
    client_id ${id} not null,
    status text not null,
    title text not null,
    price_minor bigint not null,
    currency text not null,
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    blocked_from timestamptz(3) not null,
    blocked_until timestamptz(3) not null,
    buffer_before_minutes integer not null,
    buffer_after_minutes integer not null,
    requested_start timestamptz(3) not null,
    held_until timestamptz(3),
    order_id ${id},
    version integer not null,
    created_at timestamptz(3) not null,
    constraint "appointments_order_of_time" check (starts_at < ends_at),
    constraint "appointments_held_until" check ((status = 'HELD') <= (held_until is not null)),
    constraint "appointments_blocked" check (
      starts_at - blocked_from = make_interval(mins => buffer_before_minutes)
      and blocked_until - ends_at = make_interval(mins => buffer_after_minutes)
    ),
    constraint "appointments_overlap" exclude using gist
      (coach_user_id with =, tstzrange(blocked_from, blocked_until) with &&) where (status in ('HELD', 'CONFIRMED'))
  )`,
  'create index "appointments_coach" on "appointments" ("coach_user_id", "starts_at", "id")',
  'create index "appointments_client" on "appointments" ("client_id", "starts_at", "id")',
  'create index "appointments_offering" on "appointments" ("offering_id", "requested_start")',
  `create index "appointments_held" on "appointments" ("held_until") where "status" = 'HELD'`,
  'create index "appointments_created" on "appointments" ("created_at")',

  `create table calendars (
    person_id ${id} primary key,
    seq bigint not null
  )`,
  `create table calendar_events (
    person_id ${id} not null,
    seq bigint not null,
    occurred_at timestamptz(3) not null,
    body jsonb not null,
    primary key (person_id, seq)
  )`,
  'create index "calendar_events_occurred" on "calendar_events" ("occurred_at")',
];
