// Events, who takes part, their waitlists, invitations, tasks, expenses and settlements.
import { Migration } from '@mikro-orm/migrations';

export class EventsAndExpenses extends Migration {
  override up(): void {
    for (const statement of tables) this.addSql(statement);
  }

  override down(): void {
    this.addSql(
      `drop table event_settlements, expense_shares, expenses, event_tasks, event_invitations, event_waitlist,
       event_participants, events`,
    );
  }
}

const id = 'text collate "C"';

/** A foreign key: the row goes when what it belongs to goes. */
const goesWith = (table: string, column: string, owner: string) =>
  `constraint "${table}_${column}_foreign" foreign key (${column}) references ${owner} (id)
     on update cascade on delete cascade`;

const tables: readonly string[] = [
  `create table events (
    id ${id} primary key,
    organiser_id ${id} not null,
    status text not null,
    title text not null,
    description text not null,
    place text,
    starts_at timestamptz(3) not null,
    ends_at timestamptz(3) not null,
    time_zone text not null,
    capacity integer,
    currency text,
    version integer not null,
    created_at timestamptz(3) not null,
    updated_at timestamptz(3) not null
  )`,
  'create index "events_created" on "events" ("created_at")',

  `create table event_participants (
    event_id ${id} not null,
    user_id ${id} not null,
    rsvp text not null,
    joined_at timestamptz(3) not null,
    answered_at timestamptz(3),
    primary key (event_id, user_id),
    ${goesWith('event_participants', 'event_id', 'events')}
  )`,
  'create index event_participants_order on event_participants (event_id, joined_at, user_id)',
  'create index event_participants_user on event_participants (user_id)',

  // Who came first has the lower place; the two unique indexes are the backstop of the event's lock.
  `create table event_waitlist (
    place bigint generated always as identity primary key,
    event_id ${id} not null,
    user_id ${id} not null,
    status text not null,
    offered_until timestamptz(3),
    ${goesWith('event_waitlist', 'event_id', 'events')}
  )`,
  `create unique index event_waitlist_living on event_waitlist (event_id, user_id)
   where status in ('WAITING', 'OFFERED')`,
  `create unique index event_waitlist_one_offer on event_waitlist (event_id) where status = 'OFFERED'`,
  `create index event_waitlist_due on event_waitlist (offered_until) where status = 'OFFERED'`,
  `create index event_waitlist_line on event_waitlist (event_id, place) where status = 'WAITING'`,

  `create table event_invitations (
    id ${id} primary key,
    event_id ${id} not null,
    email text not null,
    token_hash text collate "C" not null,
    created_at timestamptz(3) not null,
    expires_at timestamptz(3) not null,
    used_at timestamptz(3),
    used_by_id ${id},
    constraint "event_invitations_token" unique (token_hash),
    ${goesWith('event_invitations', 'event_id', 'events')}
  )`,
  'create index "event_invitations_order" on "event_invitations" ("event_id", "created_at", "id")',
  // One living link per address: inviting again replaces the link.
  `create unique index "event_invitations_unused" on "event_invitations" ("event_id", lower("email"))
   where "used_at" is null`,

  `create table event_tasks (
    id ${id} primary key,
    event_id ${id} not null,
    title text not null,
    assignee_id ${id},
    author_id ${id} not null,
    due_at timestamptz(3),
    completed_at timestamptz(3),
    completed_by_id ${id},
    created_at timestamptz(3) not null,
    ${goesWith('event_tasks', 'event_id', 'events')}
  )`,
  'create index "event_tasks_order" on "event_tasks" ("event_id", "created_at", "id")',

  `create table expenses (
    id ${id} primary key,
    event_id ${id} not null,
    title text not null,
    amount_minor bigint not null,
    currency text not null,
    paid_by_id ${id} not null,
    author_id ${id} not null,
    split text not null,
    spent_at timestamptz(3) not null,
    created_at timestamptz(3) not null,
    deleted_at timestamptz(3),
    ${goesWith('expenses', 'event_id', 'events')}
  )`,
  'create index "expenses_order" on "expenses" ("event_id", "created_at", "id") where "deleted_at" is null',

  `create table expense_shares (
    expense_id ${id} not null,
    user_id ${id} not null,
    position integer not null,
    amount_minor bigint not null,
    primary key (expense_id, user_id),
    ${goesWith('expense_shares', 'expense_id', 'expenses')}
  )`,

  `create table event_settlements (
    id ${id} primary key,
    event_id ${id} not null,
    from_id ${id} not null,
    to_id ${id} not null,
    amount_minor bigint not null check (amount_minor > 0),
    recorded_by_id ${id} not null,
    recorded_at timestamptz(3) not null,
    check (from_id <> to_id),
    ${goesWith('event_settlements', 'event_id', 'events')}
  )`,
  'create index event_settlements_order on event_settlements (event_id, recorded_at, id)',

  // Shares sum to the whole: looked at when the transaction ends, however the rows were written.
  `create function check_expense_shares() returns trigger language plpgsql as $check$
   declare
     subject text;
   begin
     if tg_table_name = 'expenses' then subject := new.id; else subject := new.expense_id; end if;
     if (select amount_minor from expenses where id = subject)
        <> (select coalesce(sum(amount_minor), 0) from expense_shares where expense_id = subject) then
       raise exception 'the shares of an expense sum to its amount' using errcode = '23514';
     end if;
     return null;
   end $check$`,
  `create constraint trigger expenses_are_shared after insert or update on expenses
   deferrable initially deferred for each row execute function check_expense_shares()`,
  `create constraint trigger expense_shares_fit after insert or update on expense_shares
   deferrable initially deferred for each row execute function check_expense_shares()`,
];
