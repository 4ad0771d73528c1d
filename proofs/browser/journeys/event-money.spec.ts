// Tasks and money of an event: two people write down at browsers of their own, and both see balances that add up.
import type { Page } from '@playwright/test';
import { eventPageWords } from '@/pages/events/event-page-words';
import { expensesWords } from '@/pages/events/expenses-words';
import { tasksWords } from '@/pages/events/tasks-words';
import { formatsFor } from '@/words/formats';
import { arrive } from '../lab/arrive';
import { eventWith, LIVE } from '../lab/event-of';
import { expect, test } from '../lab/test';

test('tasks are added, taken and done', async ({ newcomer, language }) => {
  const say = tasksWords[language];
  const [nora, ben] = [await newcomer('Nora Lind'), await newcomer('Ben Okoye')];
  const id = await eventWith(nora, [ben], { title: 'Potluck', capacity: null });
  await arrive(nora.page, `/events/${id}?tab=tasks`);
  await arrive(ben.page, `/events/${id}?tab=tasks`);

  for (const title of ['Bring bread', 'Book the room']) {
    await nora.page.getByLabel(say.title).fill(title);
    await nora.page.getByRole('button', { name: say.addIt, exact: true }).click();
    await expect(nora.page.getByRole('checkbox', { name: say.complete(title) })).toBeVisible();
  }
  await ben.page.getByRole('button', { name: say.takeIt('Bring bread') }).click(LIVE);
  await expect(ben.page.getByLabel(say.assign('Bring bread'))).toHaveValue(/.+/);
  await ben.page.getByRole('checkbox', { name: say.complete('Bring bread') }).click();
  await expect(ben.page.getByText(say.done(1, 2))).toBeVisible();
  await expect(nora.page.getByText(say.done(1, 2))).toBeVisible(LIVE);
  await expect(nora.page.getByText(say.doneBy('Ben Okoye'))).toBeVisible();
  await expect(nora.page.getByRole('progressbar', { name: say.progress })).toHaveAttribute('aria-valuenow', '50');
});

test('expenses become balances that add up, and a payment settles them', async ({ newcomer, language }) => {
  const say = expensesWords[language];
  const euros = (amountMinor: number) => formatsFor(language).money({ amountMinor, currency: 'EUR' });
  const [nora, ben] = [await newcomer('Nora Lind'), await newcomer('Ben Okoye')];
  const id = await eventWith(nora, [ben], { title: 'Weekend', capacity: null });
  await arrive(nora.page, `/events/${id}?tab=expenses`);
  await arrive(ben.page, `/events/${id}?tab=expenses`);

  const write = async (page: Page, title: string, amount: string) => {
    await page.getByRole('button', { name: say.add }).click();
    await page.getByLabel(say.title).fill(title);
    await page.getByRole('textbox', { name: say.amount }).first().fill(amount);
  };
  const balanceOf = (page: Page, name: string) =>
    page.getByRole('region', { name: say.balances }).getByRole('listitem').filter({ hasText: name });

  // 30.01 shared evenly: the odd cent is borne by the first.
  await write(nora.page, 'Cabin', '30,01');
  await nora.page.getByRole('checkbox', { name: 'Nora Lind' }).check();
  await nora.page.getByRole('checkbox', { name: 'Ben Okoye' }).check();
  await nora.page.getByRole('button', { name: say.save }).click();
  await expect(balanceOf(nora.page, 'Nora Lind')).toContainText(euros(1500));
  await expect(balanceOf(nora.page, 'Ben Okoye')).toContainText(euros(1500));
  await expect(balanceOf(ben.page, 'Ben Okoye')).toContainText(say.owes, LIVE);

  // 10.50 by amount, and it is not sent before all of it is given out.
  await write(ben.page, 'Bread', '10.50');
  await ben.page.getByLabel(say.splitLabel).selectOption('BY_AMOUNT');
  await ben.page.getByLabel(say.part.BY_AMOUNT('Nora Lind')).fill('4');
  await expect(ben.page.getByText(say.missing(euros(650)))).toBeVisible();
  await ben.page.getByLabel(say.part.BY_AMOUNT('Ben Okoye')).fill('6,50');
  await ben.page.getByRole('button', { name: say.save }).click();
  await expect(balanceOf(ben.page, 'Ben Okoye')).toContainText(euros(1100));
  await expect(balanceOf(nora.page, 'Nora Lind')).toContainText(euros(1100), LIVE);
  await expect(nora.page.getByText(say.pays('Ben Okoye', 'Nora Lind'))).toBeVisible();

  await ben.page.getByRole('button', { name: say.recordIt('Ben Okoye', 'Nora Lind', euros(1100)) }).click();
  await ben.page.getByRole('dialog', { name: say.recordTitle }).getByRole('button', { name: say.record }).click();
  await expect(ben.page.getByText(say.allEven)).toBeVisible();
  await expect(nora.page.getByText(say.allEven)).toBeVisible(LIVE);
  await expect(nora.page.getByText(say.paid('Ben Okoye', 'Nora Lind'))).toBeVisible();
});

test('an expense is taken back by its author, and everybody is even again', async ({ newcomer, language }) => {
  const [say, tabs] = [expensesWords[language], eventPageWords[language].tabs];
  const nora = await newcomer('Nora Lind');
  const id = await eventWith(nora, [await newcomer('Ben Okoye')], { title: 'Games', capacity: null });
  await arrive(nora.page, `/events/${id}`);
  await nora.page.getByRole('tab', { name: tabs.expenses }).click();
  await nora.page.getByRole('button', { name: say.add }).click();
  await nora.page.getByLabel(say.title).fill('Cards');
  await nora.page.getByRole('textbox', { name: say.amount }).first().fill('12');
  await nora.page.getByRole('button', { name: say.save }).click();
  await nora.page.getByRole('button', { name: say.remove('Cards') }).click();
  await nora.page.getByRole('dialog', { name: say.removeTitle }).getByRole('button', { name: say.removeYes }).click();
  await expect(nora.page.getByText(say.empty)).toBeVisible();
});
