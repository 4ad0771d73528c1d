// An admin keeps somebody out: their open page leaves within seconds and says why; they come in again when they may.
import { accountWords } from '@/pages/admin/account-words';
import { welcomeWords } from '@/pages/welcome/welcome-words';
import { refusalText } from '@/words/refusals';
import { arrive, beginning } from '../lab/arrive';
import { speak } from '../lab/speak';
import { expect, test } from '../lab/test';

test.beforeEach(({ language }) => speak(language));

const WITHIN_MS = 5_000;

test('a suspended person is led out within 5 s, refused kindly, and let in again', async ({
  newcomer,
  someone,
  language,
}) => {
  const [admin, welcome] = [accountWords[language], welcomeWords[language]];
  const nora = await newcomer('Nora Lind');
  const alex = await someone('alex');
  await arrive(nora.page, '/');
  await arrive(alex.page, `/admin/users?q=${encodeURIComponent(nora.email)}`);
  const row = alex.page.getByRole('listitem', { name: 'Nora Lind' });

  await row.getByRole('button', { name: admin.suspendOf('Nora Lind') }).click();
  const suspending = alex.page.getByRole('dialog', { name: admin.suspendOf('Nora Lind') });
  await suspending.getByRole('textbox').fill('Spam');
  const gone = nora.page.waitForURL(/\/sign-in\?because=ended$/, { timeout: 30_000 });
  await suspending.getByRole('button', { name: admin.suspend, exact: true }).click();
  await expect(row.getByText(admin.statuses.SUSPENDED)).toBeVisible();
  const began = Date.now();
  await gone;
  expect(Date.now() - began).toBeLessThan(WITHIN_MS);
  await expect(nora.page.getByText(welcome.ended)).toBeVisible();

  // Signing in is refused, and says what to do.
  const signIn = async () => {
    await nora.page.getByLabel(beginning(welcome.email)).fill(nora.email);
    await nora.page.getByLabel(beginning(welcome.password)).first().fill(nora.password);
    await nora.page.locator('form').getByRole('button', { name: welcome.signIn }).click();
  };
  await signIn();
  const refusal = refusalText({ code: 'ACCOUNT_SUSPENDED', message: SUSPENDED, path: null, parameters: [] }, language);
  await expect(nora.page.getByRole('alert').getByText(refusal)).toBeVisible();

  await row.getByRole('button', { name: admin.reinstateOf('Nora Lind') }).click();
  const reinstating = alex.page.getByRole('dialog', { name: admin.reinstateOf('Nora Lind') });
  await reinstating.getByRole('textbox').fill('A mistake');
  await reinstating.getByRole('button', { name: admin.reinstate, exact: true }).click();
  await expect(row.getByText(admin.statuses.SUSPENDED)).toHaveCount(0);
  await signIn();
  await expect(nora.page).toHaveURL(/\/$/);
});

const SUSPENDED = 'This account is suspended; ask those who run the place.';
