// Coming in: signing up, the mail that verifies, a forgotten password; and what a page may never be led to or hold.
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { accountWords } from '@/pages/account/account-words';
import { welcomeWords } from '@/pages/welcome/welcome-words';
import { french } from '@/words/refusals-fr';
import { arrive, beginning, settle } from '../lab/arrive';
import { mailedToken } from '../lab/letters';
import { expect, test } from '../lab/test';

/** What a script of the page could read and carry away. */
const readable = (page: Page) =>
  page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));

test('somebody signs up, and proves that the address is theirs', async ({ guest, language }) => {
  const [welcome, account] = [welcomeWords[language], accountWords[language]];
  const { page, context } = await guest();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const email = `${randomUUID()}@proof.example`;

  await arrive(page, '/sign-in?next=%2F%2Fevil.test');
  await page.getByRole('link', { name: welcome.signUp }).click();
  await page.getByRole('textbox', { name: welcome.name }).fill('Nora Lind');
  await page.getByRole('textbox', { name: welcome.email }).fill(email);
  await page.getByLabel(beginning(welcome.password)).fill('a small boat at sea');
  await page.locator('form').getByRole('button', { name: welcome.signUp }).click();
  await expect(page.getByRole('link', { name: account.account })).toBeVisible();
  expect(new URL(page.url()).host).toBe(new URL(process.env['PROOF_URL'] ?? '').host);
  expect(new URL(page.url()).pathname).toBe('/');

  const tokens = (await context.cookies()).filter(({ httpOnly }) => httpOnly).map(({ value }) => value);
  expect(tokens).toHaveLength(2);
  const open = await readable(page);
  for (const token of tokens) expect(open).not.toContain(token);
  expect(open).not.toContain('eyJ');

  const token = await mailedToken(email, '/verify-email');
  await arrive(page, `/verify-email#token=${token}`);
  await expect(page.getByRole('heading', { name: welcome.verified })).toBeVisible();
  expect(page.url()).not.toContain(token);
  expect(asked.filter((url) => url.includes(token))).toEqual([]);
  await page.getByRole('link', { name: welcome.goOn }).click();
  await arrive(page, '/account');
  await expect(page.getByText(account.verified, { exact: true })).toBeVisible();

  // The link works once.
  await arrive(page, `/verify-email#token=${token}`);
  await expect(page.getByRole('heading', { name: welcome.notVerified })).toBeVisible();
});

test('what is refused is said beside its field, in the language of the page', async ({ guest, newcomer, language }) => {
  const welcome = welcomeWords[language];
  const { email } = await newcomer();
  const { page } = await guest();
  await arrive(page, '/sign-up');
  await page.getByRole('textbox', { name: welcome.name }).fill('Nora Lind');
  await page.getByRole('textbox', { name: welcome.email }).fill(email);
  await page.getByLabel(beginning(welcome.password)).fill('a small boat at sea');
  await page.locator('form').getByRole('button', { name: welcome.signUp }).click();
  const taken = language === 'fr' ? String(french['EMAIL_TAKEN']) : 'There is an account with this e-mail address';
  await expect(page.getByRole('textbox', { name: welcome.email })).toHaveAccessibleDescription(new RegExp(taken));

  await arrive(page, '/sign-in');
  await page.getByRole('textbox', { name: welcome.email }).fill(email);
  await page.getByLabel(beginning(welcome.password)).fill('not the password');
  await page.locator('form').getByRole('button', { name: welcome.signIn }).click();
  const wrong =
    language === 'fr' ? String(french['WRONG_CREDENTIALS']) : 'The e-mail address or the password is wrong.';
  await expect(page.getByRole('alert')).toHaveText(wrong);
});

test('a forgotten password is chosen anew by mail, and every session ends', async ({ guest, newcomer, language }) => {
  const welcome = welcomeWords[language];
  const nora = await newcomer();
  await arrive(nora.page, '/');
  const { page } = await guest();
  await arrive(page, '/sign-in');
  await page.getByRole('link', { name: welcome.forgot }).click();
  await page.getByRole('textbox', { name: welcome.email }).fill(nora.email);
  await page.getByRole('button', { name: welcome.sendLink }).click();
  await expect(page.getByRole('heading', { name: welcome.linkSent })).toBeVisible();

  const token = await mailedToken(nora.email, '/reset-password');
  await arrive(page, `/reset-password#token=${token}`);
  await expect(page).toHaveURL(/\/reset-password$/);
  await page.getByLabel(beginning(welcome.newPassword)).fill('another boat at sea');
  await page.getByRole('button', { name: welcome.savePassword }).click();
  await expect(page.getByRole('heading', { name: welcome.resetDone })).toBeVisible();
  // Whoever was signed in with the old one is out within seconds.
  await expect(nora.page).toHaveURL(/\/sign-in\?because=ended$/, { timeout: 5_000 });
  await expect(nora.page.getByText(welcome.ended)).toBeVisible();

  await page.getByRole('link', { name: welcome.signIn }).last().click();
  await settle(page);
  await page.getByRole('textbox', { name: welcome.email }).fill(nora.email);
  await page.getByLabel(beginning(welcome.password)).fill('another boat at sea');
  await page.locator('form').getByRole('button', { name: welcome.signIn }).click();
  await expect(page.getByRole('link', { name: accountWords[language].account })).toBeVisible();
});
