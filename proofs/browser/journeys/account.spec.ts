// One's own account: what is changed stays changed, what two devices change is not lost, and who is signed out is out.
import { accountWords } from '@/pages/account/account-words';
import { securityWords } from '@/pages/account/security-words';
import { welcomeWords } from '@/pages/welcome/welcome-words';
import { arrive, beginning } from '../lab/arrive';
import { expect, test } from '../lab/test';

test('a name that was changed is there after a reload', async ({ newcomer, language }) => {
  const words = accountWords[language];
  const { page } = await newcomer('Nora Lind');
  await arrive(page, '/account');
  await page.getByRole('textbox', { name: words.name }).fill('Nora Sommer');
  await page.getByRole('textbox', { name: words.bio }).fill('Sails on weekends.');
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: words.name })).toHaveValue('Nora Sommer');
  await expect(page.getByRole('textbox', { name: words.bio })).toHaveValue('Sails on weekends.');
});

test('what was changed elsewhere meanwhile is said, and nothing typed is lost', async ({ newcomer, language }) => {
  const words = accountWords[language];
  const { page, ask } = await newcomer('Nora Lind');
  await arrive(page, '/account');
  const { me } = await ask<{ me: { version: number } }>('{ me { version } }');
  await ask('mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { userErrors { code } } }', {
    input: { expectedVersion: me.version, displayName: 'Nora Elsewhere' },
  });
  await page.getByRole('textbox', { name: words.name }).fill('Nora Here');
  await page.getByRole('button', { name: words.save }).click();
  await expect(page.getByText(words.theirs('Nora Elsewhere'))).toBeVisible();
  await expect(page.getByRole('textbox', { name: words.name })).toHaveValue('Nora Here');
  await page.getByRole('button', { name: words.keepMine }).click();
  await expect(page.getByText(words.saved)).toBeVisible();
  await page.reload();
  await expect(page.getByRole('textbox', { name: words.name })).toHaveValue('Nora Here');
});

test('signing out in one tab empties the other', async ({ newcomer, language }) => {
  const words = accountWords[language];
  const { page, context } = await newcomer('Nora Lind');
  const other = await context.newPage();
  await arrive(other, '/account');
  await arrive(page, '/account');
  await page.getByRole('button', { name: words.signOut }).click();
  await expect(other).toHaveURL(/\/sign-in$/, { timeout: 5_000 });
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(other.getByText('Nora Lind')).toHaveCount(0);
  await arrive(other, '/account');
  await expect(other).toHaveURL(/\/sign-in\?next=%2Faccount$/);
});

test('a session that is ended elsewhere reacts within seconds', async ({ newcomer, guest, language }) => {
  const [welcome, security] = [welcomeWords[language], securityWords[language]];
  const nora = await newcomer('Nora Lind');
  const { page: lost } = await guest();
  await arrive(lost, '/sign-in?next=%2Faccount');
  await lost.getByRole('textbox', { name: welcome.email }).fill(nora.email);
  await lost.getByLabel(beginning(welcome.password)).fill(nora.password);
  await lost.locator('form').getByRole('button', { name: welcome.signIn }).click();
  await expect(lost).toHaveURL(/\/account$/);
  await expect(lost.getByRole('button', { name: accountWords[language].signOut })).toBeVisible();

  await arrive(nora.page, '/account/security');
  const sessions = nora.page.getByRole('region', { name: security.sessions }).getByRole('listitem');
  await expect(sessions).toHaveCount(2);
  await expect(sessions.filter({ hasText: security.here })).toHaveCount(1);
  await sessions.filter({ hasText: 'Chrome' }).getByRole('button').click();
  await expect(sessions).toHaveCount(1);
  await expect(lost).toHaveURL(/\/sign-in\?because=ended$/, { timeout: 5_000 });
  await expect(nora.page.getByText(security.alone)).toBeVisible();
});
