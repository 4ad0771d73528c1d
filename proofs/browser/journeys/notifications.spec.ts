// Being told: live wherever one is, exact, and read everywhere at once.
import { preferencesWords } from '@/pages/account/preferences-words';
import { notificationWords } from '@/pages/notifications/notification-words';
import { shellWords } from '@/shell/shell-words';
import { arrive } from '../lab/arrive';
import { expect, type Seat, test } from '../lab/test';

const follow = async (follower: Seat, followed: Seat) => {
  const { me } = await followed.ask<{ me: { id: string } }>('{ me { id } }');
  await follower.ask('mutation ($input: FollowUserInput!) { followUser(input: $input) { userErrors { code } } }', {
    input: { userId: me.id },
  });
};

test('a notification arrives, leads to its subject, and is read', async ({ newcomer, language }) => {
  const [words, shell] = [notificationWords[language], shellWords[language]];
  const says = (name: string) => words.sentences.FOLLOWED.replace('{actor}', name);
  const nora = await newcomer('Nora Lind');
  // Long before they follow: of somebody whose name has not reached `content` yet it tells as "a new person".
  const ada = await newcomer('Ada Winter');
  const ben = await newcomer('Ben Sommer');
  const { page } = nora;
  const bell = (count: number) =>
    page.getByRole('link', {
      name: count === 0 ? shell.notifications : `${shell.notifications}, ${shell.unread(String(count))}`,
      exact: true,
    });
  await arrive(page, '/shop');
  await expect(bell(0)).toBeVisible();

  await follow(ada, nora);
  await page.getByRole('link', { name: says('Ada Winter') }).click();
  await expect(page).toHaveURL(/\/people\//);
  await expect(bell(1)).toBeVisible();

  await arrive(page, '/notifications');
  const rows = page.getByRole('list', { name: words.title }).getByRole('listitem');
  await expect(rows).toHaveCount(1);
  await follow(ben, nora);
  await expect(rows.first()).toContainText(says('Ben Sommer'));
  await expect(rows).toHaveCount(2);
  await expect(bell(2)).toBeVisible();

  // The older one first: what came after it stays unread.
  await rows.nth(1).getByRole('button').click();
  await expect(bell(1)).toBeVisible();
  await page.getByRole('button', { name: words.allRead }).click();
  await expect(bell(0)).toBeVisible();
  await expect(page.getByRole('button', { name: words.allRead })).toHaveCount(0);
  await page.reload();
  await expect(rows).toHaveCount(2);
  await expect(bell(0)).toBeVisible();
});

test('what one does not want to be told is not told', async ({ newcomer, language }) => {
  const [words, wishes] = [notificationWords[language], preferencesWords[language]];
  const nora = await newcomer('Nora Lind');
  const { page } = nora;
  await arrive(page, '/account/notifications');
  const wish = page.getByRole('switch', { name: wishes.switchInApp(wishes.kinds.FOLLOWED) });
  const kept = page.waitForResponse((response) =>
    (response.request().postData() ?? '').includes('UpdateNotificationPreference'),
  );
  await wish.focus();
  await page.keyboard.press('Space');
  await expect(wish).not.toBeChecked();
  await kept;
  await page.reload();
  await expect(wish).not.toBeChecked();
  await follow(await newcomer('Ada Winter'), nora);
  await arrive(page, '/notifications');
  await expect(page.getByRole('heading', { name: words.empty })).toBeVisible();
});
