// Something is measured and watched; an alert arrives wherever its owner looks, without a reload.
import type { Page } from '@playwright/test';
import { alertWords } from '@/pages/monitors/alert-words';
import { monitorWords } from '@/pages/monitors/monitor-words';
import { arrive } from '../lab/arrive';
import { expect, test } from '../lab/test';

/** The names of the operations that a page sends from now on. */
function listen(page: Page): string[] {
  const names: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !request.url().endsWith('/graphql')) return;
    names.push(String((request.postDataJSON() as { operationName?: string }).operationName));
  });
  return names;
}

/** The bar above every page looks after its own counts when the tab is looked at again. */
const OF_THE_BAR = new Set(['UnreadCount', 'CartCount', 'Viewer']);
const asked = (sent: readonly string[]) => sent.filter((name) => !OF_THE_BAR.has(name));

test('a reading breaks a rule, and the alert is there in every tab at once', async ({ newcomer, language }) => {
  const [words, alerts] = [monitorWords[language], alertWords[language]];
  const { page, context } = await newcomer('Nora Lind');
  await arrive(page, '/monitors');
  await expect(page.getByRole('heading', { name: words.emptyTitle })).toBeVisible();
  await page.getByRole('button', { name: words.create }).click();
  const dialog = page.getByRole('dialog', { name: words.create });
  await dialog.getByLabel(words.name).fill('Pulse');
  await dialog.getByLabel(words.unit).fill('bpm');
  await dialog.getByRole('button', { name: words.create }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Pulse' })).toBeVisible();

  await page.getByLabel(`${alerts.threshold} (bpm)`).fill('100');
  await page.getByRole('button', { name: alerts.addRule }).click();
  await expect(page.getByText(alerts.alertMe(alerts.rules.GT('100 bpm')))).toBeVisible();

  const other = await context.newPage();
  await arrive(other, '/monitors');
  await expect(other.getByText(words.calm)).toBeVisible();
  // A tab in the background draws nothing, so nothing in it can be clicked.
  await page.bringToFront();

  const enter = async (value: string) => {
    await page.getByLabel(`${alerts.reading} (bpm)`).fill(value);
    await page.getByRole('button', { name: alerts.record, exact: true }).click();
  };
  const sent = listen(page);
  await enter('80');
  const chart = (count: number) => page.getByRole('img', { name: new RegExp(`^Pulse ?: ${count} (reading|mesure)`) });
  await expect(chart(1)).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '80 bpm' })).toHaveCount(3);
  expect(asked(sent)).toEqual(['RecordReading']);

  await enter('120');
  const breach = alerts.breach('120 bpm', alerts.rules.GT('100 bpm'));
  const line = (on: Page) => on.getByRole('listitem').filter({ hasText: breach });
  await expect(line(page)).toContainText(alerts.states.OPEN);
  await expect(chart(2)).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '100 bpm' })).toHaveCount(1);
  expect(asked(sent)).toEqual(['RecordReading', 'RecordReading']);

  await expect(line(other)).toContainText(alerts.states.OPEN);
  await expect(other.getByText(/^1 alerte?$/)).toBeVisible();
  await expect(other.getByRole('status').filter({ hasText: alerts.opened(breach) })).toBeAttached();

  await line(other)
    .getByRole('button', { name: alerts.actFor(alerts.acknowledge, breach) })
    .click();
  await expect(line(other)).toHaveCount(0);
  await expect(line(page)).toContainText(alerts.states.ACKNOWLEDGED);
  await line(page)
    .getByRole('button', { name: alerts.actFor(alerts.resolve, breach) })
    .click();
  await expect(line(page)).toContainText(alerts.states.RESOLVED);
  expect(asked(sent)).toEqual(['RecordReading', 'RecordReading', 'ResolveAlert']);
});

test('the line has its numbers as a table, for every period', async ({ newcomer, language }) => {
  const words = monitorWords[language];
  const nora = await newcomer('Nora Lind');
  const { createMonitor } = await nora.ask<{ createMonitor: { monitor: { id: string } } }>(
    'mutation ($input: CreateMonitorInput!) { createMonitor(input: $input) { userErrors { code } monitor { id } } }',
    { input: { name: 'Sleep', unit: 'h' } },
  );
  const monitorId = createMonitor.monitor.id;
  const day = 24 * 3_600_000;
  for (const [value, age] of [
    [6, 20 * day],
    [7, 3 * day],
    [8, 3_600_000],
  ] as const) {
    await nora.ask('mutation ($input: RecordReadingInput!) { recordReading(input: $input) { userErrors { code } } }', {
      input: { monitorId, value, at: new Date(Date.now() - age).toISOString(), idempotencyKey: crypto.randomUUID() },
    });
  }
  const { page } = nora;
  await arrive(page, `/monitors/${monitorId}`);
  await page.getByText(words.table).click();
  const values = page.getByRole('row').getByRole('cell').filter({ hasText: /^\d+$/ });
  const sees = (expected: string[], average: string) =>
    Promise.all([
      expect(values).toHaveText(expected),
      expect(page.getByRole('definition').first()).toHaveText(`${average} h`),
    ]);
  await sees(['8', '7', '6'], '7');
  await page.getByText(words.windows.P7D).click();
  await sees(['8', '7'], language === 'fr' ? '7,5' : '7.5');
  await page.getByText(words.windows.PT24H).click();
  await sees(['8'], '8');
});
