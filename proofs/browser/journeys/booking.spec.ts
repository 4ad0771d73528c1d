// Booking across time zones: a client in New York asks a coach in Paris for a time; each sees it on their own clock, and
// each sees the other's move without loading anything anew.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { appointmentWords } from '@/pages/booking/appointment-words';
import { coachWords } from '@/pages/booking/coach-words';
import { coachesWords } from '@/pages/booking/coaches-words';
import { planningWords } from '@/pages/booking/planning-words';
import { scheduleWords } from '@/pages/booking/schedule-words';
import { slotWords } from '@/pages/booking/slots/slot-words';
import { formatsFor } from '@/words/formats';
import { arrive } from '../lab/arrive';
import { becomeCoach, offer } from '../lab/become-coach';
import { expect, type Seat, test } from '../lab/test';

// Three people at a browser each, one of whom becomes a coach first.
test.describe.configure({ timeout: 180_000 });

const PARIS = 'Europe/Paris';
const NEW_YORK = 'America/New_York';
const hours = { startTime: '10:00', endTime: '18:00' };

/** The coach's free time three days from now that begins when the clock in Paris shows this. */
async function slotAt(seat: Seat, coachId: string, offeringId: string, clock: string): Promise<string> {
  const day = new Intl.DateTimeFormat('sv', { timeZone: PARIS }).format(Date.now() + 3 * 86_400_000);
  const { coach } = await seat.ask<{ coach: { slots: { startsAt: string; localStart: string }[] } }>(
    `query ($coachId: ID!, $offeringId: ID!, $from: DateTime!, $to: DateTime!) {
      coach(id: $coachId) { slots(offeringId: $offeringId, from: $from, to: $to) { startsAt localStart } }
    }`,
    { coachId, offeringId, from: new Date().toISOString(), to: new Date(Date.now() + 6 * 86_400_000).toISOString() },
  );
  const slot = coach.slots.find(({ localStart }) => localStart.startsWith(`${day}T${clock}`));
  if (!slot) throw new Error(`nothing is free at ${clock} on ${day}`);
  return slot.startsAt;
}

/** How often the page was loaded since. */
function countLoads(page: Page): () => number {
  let loads = 0;
  page.on('load', () => {
    loads += 1;
  });
  return () => loads;
}

test('a client in New York and a coach in Paris meet at one time', async ({ newcomer, someone, language }) => {
  const [coaches, say, plan, state] = [
    coachesWords[language],
    coachWords[language],
    planningWords[language],
    appointmentWords[language],
  ];
  const times = slotWords[language];
  const { day, time } = formatsFor(language);
  const name = `Iris ${randomUUID().slice(0, 8)}`;
  const iris = await newcomer(name, { timezoneId: PARIS });
  const coachId = await becomeCoach(iris, await someone('alex'), { timeZone: PARIS, hours });
  const offeringId = await offer(iris, { name: 'First talk', minutes: 60, amountMinor: 0, requiresConfirmation: true });
  await arrive(iris.page, '/planning');
  await expect(iris.page.getByRole('heading', { name: plan.emptyTitle })).toBeVisible();
  const loadsAtIris = countLoads(iris.page);

  const nora = await newcomer('Nora Lind', { timezoneId: NEW_YORK });
  const startsAt = await slotAt(nora, coachId, offeringId, '15:00');
  // Written by hand: what the two clocks show must not come from the code that is proven.
  const clock = (zone: string) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(new Date(startsAt));
  expect(clock(PARIS)).toBe('15:00');
  const { page } = nora;
  await arrive(page, '/coaches');
  await page.getByRole('searchbox', { name: coaches.search }).fill(name);
  await page.getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  const label = `${day(startsAt, NEW_YORK)}, ${time(startsAt, NEW_YORK)}, ${times.there(time(startsAt, PARIS), 'Paris')}`;
  const slot = page.getByRole('button', { name: label, exact: true });
  await expect(slot).toHaveText(time(startsAt, NEW_YORK));
  // The same slot on the coach's clock.
  await page.getByText(times.theirs('Paris')).click();
  await expect(page.locator(`[data-start="${startsAt}"]`)).toHaveText(time(startsAt, PARIS));
  await page.getByText(times.yours('New York')).click();
  await slot.click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(`${day(startsAt, NEW_YORK)}, ${time(startsAt, NEW_YORK)}`);
  await expect(dialog).toContainText(`${time(startsAt, PARIS)} –`);
  await dialog.getByRole('button', { name: say.yesAsk }).click();
  await expect(page.getByRole('dialog', { name: say.askedTitle })).toBeVisible();
  await dialog.getByRole('link', { name: say.toPlanning }).click();
  const own = page.getByRole('listitem').filter({ hasText: 'First talk' });
  await expect(own).toContainText(state.status.REQUESTED);
  await expect(own).toContainText(time(startsAt, NEW_YORK));
  const loadsAtNora = countLoads(page);

  const requests = iris.page.getByRole('region', { name: plan.requests });
  await expect(requests).toContainText(state.with('Nora Lind'));
  await expect(requests).toContainText(`${day(startsAt, PARIS)}`);
  await expect(requests).toContainText(time(startsAt, PARIS));
  await requests.getByRole('button', { name: state.confirm, exact: true }).click();
  await expect(iris.page.getByText(state.status.CONFIRMED, { exact: true })).toBeVisible();
  await expect(own).toContainText(state.status.CONFIRMED);

  // The coach calls it off; it leaves the client's planning by itself, too.
  await iris.page.getByRole('link', { name: 'First talk' }).click();
  await iris.page.getByRole('button', { name: state.cancel }).click();
  await iris.page.getByRole('dialog').getByRole('button', { name: state.cancel }).click();
  await expect(iris.page.getByText(state.status.CANCELLED, { exact: true })).toBeVisible();
  await expect(own).toHaveCount(0);
  expect([loadsAtIris(), loadsAtNora()]).toEqual([0, 0]);
});

test('of two who want one time, the second is told kindly and keeps the rest', async ({
  newcomer,
  someone,
  language,
}) => {
  const [say, times] = [coachWords[language], slotWords[language]];
  const { day, time } = formatsFor(language);
  const iris = await newcomer('Iris Vogel');
  const coachId = await becomeCoach(iris, await someone('alex'), { timeZone: PARIS, hours });
  const terms = { name: 'Walk and talk', minutes: 60, amountMinor: 0, requiresConfirmation: false };
  const offeringId = await offer(iris, terms);
  const [nora, omar] = [await newcomer('Nora Lind'), await newcomer('Omar Idris')];
  const startsAt = await slotAt(nora, coachId, offeringId, '11:00');
  const later = await slotAt(nora, coachId, offeringId, '12:00');
  const at = (seat: Seat, instant: string) => seat.page.locator(`[data-start="${instant}"]`);
  for (const seat of [nora, omar]) {
    await arrive(seat.page, `/coaches/${coachId}`);
    await at(seat, startsAt).click();
  }
  await nora.page.getByRole('button', { name: say.yes, exact: true }).click();
  await expect(nora.page.getByRole('dialog', { name: say.doneTitle })).toBeVisible();

  await omar.page.getByRole('button', { name: say.yes, exact: true }).click();
  const written = `${day(startsAt, PARIS)}, ${time(startsAt, PARIS)}`;
  await expect(omar.page.getByText(times.taken(written))).toBeVisible();
  await expect(at(omar, startsAt)).toHaveCount(0);
  // By keys: the next time is one step away from its neighbour.
  await at(omar, later).focus();
  await omar.page.keyboard.press('ArrowDown');
  await omar.page.keyboard.press('ArrowUp');
  await omar.page.keyboard.press('Enter');
  await omar.page.getByRole('button', { name: say.yes, exact: true }).click();
  await expect(omar.page.getByRole('dialog', { name: say.doneTitle })).toBeVisible();
});

test('a time with a price is kept while it is paid, and lies in the cart', async ({ newcomer, someone, language }) => {
  const [say, state] = [coachWords[language], appointmentWords[language]];
  const iris = await newcomer('Iris Vogel');
  const coachId = await becomeCoach(iris, await someone('alex'), { timeZone: PARIS, hours });
  const terms = { name: 'An hour of calm', minutes: 60, amountMinor: 5000, requiresConfirmation: false };
  const offeringId = await offer(iris, terms);
  const nora = await newcomer('Nora Lind');
  const { page } = nora;
  const startsAt = await slotAt(nora, coachId, offeringId, '16:00');
  await arrive(page, `/coaches/${coachId}`);
  await page.locator(`[data-start="${startsAt}"]`).click();
  await page.getByRole('button', { name: say.yesHold }).click();
  const dialog = page.getByRole('dialog', { name: say.heldTitle });
  await expect(dialog.getByRole('timer')).toHaveText(new RegExp(`^${state.left('1[45]:[0-5][0-9]')}$`));
  await dialog.getByRole('link', { name: say.toCart }).click();
  await expect(page).toHaveURL(/\/cart$/);
  await expect(page.getByText(terms.name).first()).toBeVisible();
});

test('a coach sets what can be booked and when; it is so at once', async ({ newcomer, someone, language }) => {
  const say = scheduleWords[language];
  const { day, money } = formatsFor(language);
  const iris = await newcomer('Iris Vogel');
  const coachId = await becomeCoach(iris, await someone('alex'), { timeZone: PARIS, hours });
  const { page } = iris;
  await arrive(page, '/planning/schedule');
  await page.getByRole('button', { name: say.newOffer }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(say.name).fill('Evening walk');
  await dialog.getByLabel(say.price('EUR')).fill('45,50');
  await dialog.getByRole('button', { name: say.create }).click();
  const offers = page.getByRole('region', { name: say.offers });
  await expect(offers).toContainText(`${say.long(60)} · ${money({ amountMinor: 4550, currency: 'EUR' })}`);

  const off = new Intl.DateTimeFormat('sv', { timeZone: PARIS }).format(Date.now() + 3 * 86_400_000);
  const dates = page.getByRole('region', { name: say.dates });
  await dates.getByLabel(say.date).fill(off);
  await dates.getByRole('button', { name: say.saveDate }).click();
  await expect(dates.getByRole('listitem')).toContainText(day(`${off}T12:00:00Z`, 'UTC'));
  await expect(dates.getByRole('listitem')).toContainText(say.dayOff);

  await page.getByLabel(say.from(say.days.MONDAY)).fill('16:00');
  await page.getByRole('button', { name: say.save }).click();
  await expect(page.getByText(say.saved)).toBeVisible();
  const { coach } = await iris.ask<{ coach: { offerings: { id: string; name: string }[] } }>(
    'query ($coachId: ID!) { coach(id: $coachId) { offerings { id name } } }',
    { coachId },
  );
  expect(coach.offerings.map(({ name }) => name)).toEqual(['Evening walk']);
  await expect(slotAt(iris, coachId, coach.offerings[0]?.id ?? '', '11:00')).rejects.toThrow('nothing is free');
  await page.reload();
  await expect(page.getByLabel(say.from(say.days.MONDAY))).toHaveValue('16:00');
});
