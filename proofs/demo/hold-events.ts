// People invite each other by link, answer, share the work and the costs.
import { acceptInvitation } from '@mosaic/booking/use-cases/accept-invitation';
import { addExpense } from '@mosaic/booking/use-cases/add-expense';
import { addEventTask, completeEventTask } from '@mosaic/booking/use-cases/change-tasks';
import { createEvent } from '@mosaic/booking/use-cases/create-event';
import { inviteToEvent } from '@mosaic/booking/use-cases/invite-to-event';
import { recordSettlement } from '@mosaic/booking/use-cases/record-settlement';
import { rsvpEvent } from '@mosaic/booking/use-cases/rsvp-event';
import { publishEvent } from '@mosaic/booking/use-cases/turn-event';
import { money } from '@mosaic/kernel/values/money';
import { days, hours, later } from '@mosaic/kernel/values/time';
import { namedChance } from './chance.js';
import { type EventPlan, eventPlans } from './event-plans.js';
import { granted, type Inhabitant, inParallel, named, type Stage } from './stage.js';
import { atMoment, keyOf, wallTime } from './timeline.js';

/** Their ids by their titles. */
export type EventIds = Readonly<Record<string, string>>;

export async function holdEvents(stage: Stage, people: readonly Inhabitant[]): Promise<EventIds> {
  const held: Record<string, string> = {};
  await inParallel(eventPlans, 1, async (plan) => {
    held[plan.title] = await hold(stage, plan, people);
  });
  stage.say(`${eventPlans.length} events with answers, tasks and shared costs`);
  return held;
}

async function hold(stage: Stage, plan: EventPlan, people: readonly Inhabitant[]): Promise<string> {
  const { booking, today, once } = stage;
  const { title, description, place, timeZone, capacity } = plan;
  const organiser = named(people, plan.organiser);
  const startsAt = wallTime(later(today, days(plan.day)), plan.hour, timeZone);
  const endsAt = later(startsAt, hours(plan.lasts));
  const planned = later(today, days(Math.min(plan.day - 12, -6)));
  const at = <T>(moment: Date, what: string, act: () => Promise<T>) =>
    once(`${title}: ${what}`, () => atMoment(moment, namedChance(`${title}: ${what}`), act));
  const id = await at(planned, 'plan', async () => {
    const details = { title, description, place, timeZone, capacity, startsAt, endsAt };
    const made = granted(await createEvent(booking, organiser, { ...details, idempotencyKey: keyOf('event', title) }));
    return granted(await publishEvent(booking, organiser, made.id)).id as string;
  });
  await once(`${title}: guests`, () => gather(stage, plan, { id, from: later(planned, hours(5)) }, people));
  await at(later(planned, days(1)), 'tasks', () => shareWork(stage, plan, id, people));
  const paid = plan.day < 0 ? later(endsAt, hours(2)) : later(planned, days(2));
  await at(paid, 'costs', () => shareCosts(stage, plan, id, people));
  return id;
}

/** One after the other, so that the last to want a seat waits for one. */
async function gather(
  { booking }: Stage,
  plan: EventPlan,
  { id, from }: { id: string; from: Date },
  people: readonly Inhabitant[],
): Promise<void> {
  const organiser = named(people, plan.organiser);
  const [eventId, chance] = [id, namedChance(`guests of ${plan.title}`)];
  await atMoment(from, chance, async () => granted(await rsvpEvent(booking, organiser, { eventId, answer: 'GOING' })));
  for (const [index, [name, answer]] of plan.guests.entries()) {
    const guest = named(people, name);
    await atMoment(later(from, hours(index + 1)), chance, async () => {
      const [joined] = await booking.read.events.byIds({ viewer: guest, guest: null }, [id]);
      if (!joined) {
        const invitation = { eventId, email: guest.character.email };
        const { token } = granted(await inviteToEvent(booking, organiser, invitation));
        granted(await acceptInvitation(booking, guest, token));
      }
      if (answer) granted(await rsvpEvent(booking, guest, { eventId, answer }));
    });
  }
}

async function shareWork({ booking }: Stage, plan: EventPlan, id: string, people: readonly Inhabitant[]) {
  const organiser = named(people, plan.organiser);
  for (const [title, assignee, isDone] of plan.tasks) {
    const assigneeId = assignee && named(people, assignee).id;
    const idempotencyKey = keyOf('task', plan.title, title);
    const given = { eventId: id, title, assigneeId, dueAt: null, idempotencyKey };
    const task = granted(await addEventTask(booking, organiser, given));
    if (isDone) granted(await completeEventTask(booking, organiser, task.id));
  }
}

async function shareCosts({ booking }: Stage, plan: EventPlan, id: string, people: readonly Inhabitant[]) {
  const { title, currency, settlement } = plan;
  const going = plan.guests.filter(([, answer]) => answer === 'GOING').map(([name]) => name);
  const seated = [plan.organiser, ...going].slice(0, plan.capacity ?? undefined);
  for (const { shares, paidBy, amountMinor, ...expense } of plan.expenses) {
    const sharers = shares ? Object.entries(shares) : seated.map((name) => [name, null] as const);
    const given = {
      eventId: id,
      title: expense.title,
      amount: money(amountMinor, currency),
      paidById: named(people, paidBy).id,
      split: shares ? ('BY_SHARES' as const) : ('EVENLY' as const),
      shares: sharers.map(([name, part]) => ({ userId: named(people, name).id, part })),
      spentAt: null,
      idempotencyKey: keyOf('expense', title, expense.title),
    };
    granted(await addExpense(booking, named(people, paidBy), given));
  }
  if (!settlement) return;
  const [from, to] = [named(people, settlement.from), named(people, settlement.to)];
  const paid = { eventId: id, fromId: from.id, toId: to.id, amount: money(settlement.amountMinor, currency) };
  granted(await recordSettlement(booking, from, { ...paid, idempotencyKey: keyOf('settlement', title) }));
}
